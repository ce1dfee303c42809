/** One change to all selected units: only what is filled in changes. */
import { type ReactNode, useState } from 'react';
import { FormDialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { PROBLEM_SENTENCES } from '@/components/ui/problems';
import { refuseText } from '@/lib/certificate/refusal';
import { type BatchChange, isEmptyBatch } from '@/lib/desk/roster/batch';
import { LONGEST, TRACK_STATES, TRACKS, type TrackName, type TrackState } from '@/lib/desk/roster/model';
import { keyPart } from '@/lib/locale/key-part';
import { AUDIENCES, type Audience, LEVELS, type Level } from '@/lib/notice/explanation';
import { stateName } from './labels';

interface Draft {
  readonly states: Readonly<Record<TrackName, TrackState | ''>>;
  readonly on: string;
  readonly audience: Audience | '';
  readonly level: Level | '';
  readonly supervisingUnit: string;
}

const EMPTY: Draft = { states: { ca: '', seal: '' }, on: '', audience: '', level: '', supervisingUnit: '' };

/** The change a draft means. */
function changeOf({ states, on, audience, level, supervisingUnit }: Draft): BatchChange {
  const track = (state: TrackState | '') => (state === '' ? undefined : { state, ...(on !== '' && { on }) });
  const [ca, seal] = [track(states.ca), track(states.seal)];
  return {
    ...(ca && { ca }),
    ...(seal && { seal }),
    ...(audience !== '' && { audience }),
    ...(level !== '' && { level }),
    ...(supervisingUnit.trim() !== '' && { supervisingUnit: supervisingUnit.trim() }),
  };
}

export function BatchDialog(props: {
  readonly count: number;
  readonly busy: boolean;
  readonly onChange: (change: BatchChange) => void;
  readonly onClose: () => void;
  readonly failure?: ReactNode;
}) {
  const { t } = useSpeech();
  const [draft, setDraft] = useState(EMPTY);
  const change = changeOf(draft);
  const text = draft.supervisingUnit.trim();
  const refusal = refuseText(text);
  const problem = text.length > LONGEST.line ? ('too-long' as const) : refusal;
  return (
    <FormDialog
      title={t('roster.batch.title', { count: props.count })}
      onClose={props.onClose}
      failure={props.failure}
    >
      <form
        className="unit-form"
        data-part="batch-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (problem === null) props.onChange(change);
        }}
      >
        <p className="fine">{t('roster.batch.hint')}</p>
        {TRACKS.map((track) => (
          <Choice
            key={track}
            label={t(`roster.filter.${track}`)}
            value={draft.states[track]}
            options={TRACK_STATES.map((state) => [state, stateName(state, t)] as const)}
            onChoose={(state) => setDraft({ ...draft, states: { ...draft.states, [track]: state } })}
          />
        ))}
        <TextField
          label={t('roster.unit.on')}
          type="date"
          value={draft.on}
          error={null}
          onEdit={(on) => setDraft({ ...draft, on })}
        />
        <Choice
          label={t('roster.field.audience')}
          value={draft.audience}
          options={AUDIENCES.map((code) => [code, t(`roster.audience.${keyPart(code)}`)] as const)}
          onChoose={(audience) => setDraft({ ...draft, audience })}
        />
        <Choice
          label={t('roster.field.level')}
          value={draft.level}
          options={LEVELS.map((code) => [code, t(`roster.level.${code}`)] as const)}
          onChoose={(level) => setDraft({ ...draft, level })}
        />
        <TextField
          label={t('roster.field.supervisingUnit')}
          value={draft.supervisingUnit}
          error={problem === null ? null : t(PROBLEM_SENTENCES[problem])}
          onEdit={(supervisingUnit) => setDraft({ ...draft, supervisingUnit })}
        />
        <div className="dialog-actions">
          <button type="button" className="button" onClick={props.onClose}>
            {t('ui.cancel')}
          </button>
          <button
            type="submit"
            className="button button--primary"
            disabled={isEmptyBatch(change) || props.busy}
          >
            {t('roster.batch.go')}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}

function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value | '';
  readonly options: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value | '') => void;
}) {
  const { t } = useSpeech();
  return (
    <label className="field">
      <span className="field-label">{props.label}</span>
      <select
        className="field-input"
        value={props.value}
        onChange={(event) => props.onChoose(event.currentTarget.value as Value | '')}
      >
        <option value="">{t('roster.batch.keep')}</option>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
