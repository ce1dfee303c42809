/** One unit: how far it is, its details, what was changed. */
import { type ReactNode, useState } from 'react';
import { formatDate } from '@/components/ui/dates';
import { FormDialog } from '@/components/ui/dialog';
import { RadioChoice, TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { PROBLEM_SENTENCES } from '@/components/ui/problems';
import { Select } from '@/components/ui/select';
import { refuseText } from '@/lib/certificate/refusal';
import { plainCode } from '@/lib/certificate/unit-code';
import { applyBatch, type BatchChange } from '@/lib/desk/roster/batch';
import { differencesOf, type Moment, stateAfter } from '@/lib/desk/roster/change-unit';
import {
  LONGEST,
  TRACK_STATES,
  TRACKS,
  type TrackName,
  type TrackState,
  type UnitFacts,
  type UnitRow,
} from '@/lib/desk/roster/model';
import { countIn } from '@/lib/desk/roster/plain';
import type { SaidTrack } from '@/lib/desk/roster/said-track';
import { keyPart } from '@/lib/locale/key-part';
import type { MessageKey } from '@/lib/locale/translate';
import { dateIn, timeIn } from '@/lib/notice/days';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import { fieldWords, stateName } from './labels';

/** A list box's value for what nobody has said. */
const NOT_KNOWN = '';

const TEXTS = ['name', 'code', 'supervisingUnit', 'contact', 'phone', 'keysWanted', 'notes'] as const;
type TextName = (typeof TEXTS)[number];
type Texts = Readonly<Record<TextName, string>>;

const LONGEST_TEXT: Readonly<Record<TextName, number>> = {
  name: 200,
  code: 200,
  supervisingUnit: 200,
  contact: 200,
  phone: 60,
  keysWanted: 20,
  notes: 1000,
};

/** What is wrong with a text, as a sentence's key; null: nothing. */
function problemOf(field: TextName, text: string): MessageKey | null {
  if (text === '') return field === 'name' ? PROBLEM_SENTENCES.missing : null;
  if (field === 'keysWanted') return isCount(text) ? null : 'roster.problem.not_a_number';
  if (text.length > LONGEST_TEXT[field]) return PROBLEM_SENTENCES['too-long'];
  const refusal = refuseText(text, isDigits(field) ? 'digits' : 'words');
  return refusal === null ? null : PROBLEM_SENTENCES[refusal];
}

const isCount = (text: string) => (countIn(text) ?? LONGEST.most.keysWanted + 1) <= LONGEST.most.keysWanted;

const isDigits = (field: TextName) => field === 'code' || field === 'phone';

export interface UnitDialogProps {
  readonly unit: UnitRow;
  readonly moment: () => Moment;
  readonly timeZone: string;
  readonly onSave: (facts: UnitFacts) => void;
  readonly onClose: () => void;
  readonly failure?: ReactNode;
}

export function UnitDialog({ unit, moment, timeZone, onSave, onClose, failure }: UnitDialogProps) {
  const { t, language } = useSpeech();
  const [tracks, setTracks] = useState<Partial<Record<TrackName, SaidTrack>>>({});
  // Only what was touched here: the rest stays as it is by now, another desk may be at the same unit.
  const [typed, setTyped] = useState<Partial<Texts>>({});
  const [said, setSaid] = useState<Partial<Pick<UnitFacts, 'audience' | 'level'>>>({});
  const texts: Texts = { ...textsOf(unit), ...typed };
  const who = { audience: unit.audience, level: unit.level, ...said };
  const [asked, setAsked] = useState(false);
  const problems = TEXTS.map((field) => [field, problemOf(field, texts[field].trim())] as const);
  const save = (change: BatchChange = tracks) => {
    setAsked(true);
    if (problems.some(([, problem]) => problem !== null)) return;
    const facts = applyBatch({ ...unit, ...changedTexts(texts), ...who }, change, moment());
    if (differencesOf(unit, facts).length === 0) onClose();
    else onSave(facts);
  };
  return (
    <FormDialog title={unit.name} onClose={onClose} failure={failure}>
      <form
        className="unit-form"
        data-part="unit-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h3>{t('roster.unit.states')}</h3>
        {TRACKS.map((track) => (
          <TrackFields
            key={track}
            track={track}
            unit={unit}
            said={tracks[track] ?? {}}
            onSay={(said) => setTracks({ ...tracks, [track]: said })}
            onNext={(state) => save({ ...tracks, [track]: { ...tracks[track], state } })}
          />
        ))}
        <h3>{t('roster.unit.details')}</h3>
        <p className="fine">{t('roster.unit.optional')}</p>
        {problems.map(([field, problem]) => (
          <TextField
            key={field}
            label={t(`roster.field.${field}`)}
            holds={isDigits(field) || field === 'keysWanted' ? 'digits' : 'words'}
            value={texts[field]}
            error={asked && problem ? t(problem) : null}
            onEdit={(value) => setTyped({ ...typed, [field]: value })}
          />
        ))}
        <Select
          label={t('roster.field.audience')}
          value={who.audience ?? NOT_KNOWN}
          options={[
            { value: NOT_KNOWN, label: t('roster.none') },
            ...AUDIENCES.map((value) => ({ value, label: t(`roster.audience.${keyPart(value)}`) })),
          ]}
          onChoose={(audience) => setSaid({ ...said, audience: audience === NOT_KNOWN ? null : audience })}
        />
        <Select
          label={t('roster.field.level')}
          value={who.level ?? NOT_KNOWN}
          options={[
            { value: NOT_KNOWN, label: t('roster.none') },
            ...LEVELS.map((value) => ({ value, label: t(`roster.level.${value}`) })),
          ]}
          onChoose={(level) => setSaid({ ...said, level: level === NOT_KNOWN ? null : level })}
        />
        <details className="unit-history">
          <summary>{t('roster.unit.history')}</summary>
          <ul>
            {[...unit.history].reverse().map((event, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: events have no id and never change.
              <li key={at}>
                <span className="fine">
                  {formatDate(dateIn(new Date(event.at), timeZone), language)}{' '}
                  {timeIn(new Date(event.at), timeZone)} {t(`roster.unit.by.${event.by}`)}
                </span>{' '}
                {event.field === 'added'
                  ? t('roster.field.added')
                  : t('roster.unit.change', {
                      field: t(`roster.field.${event.field}`),
                      from: fieldWords(event.field, event.from, { t, language }),
                      to: fieldWords(event.field, event.to, { t, language }),
                    })}
              </li>
            ))}
          </ul>
        </details>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {t('ui.cancel')}
          </button>
          <button type="submit" className="button button--primary">
            {t('roster.action.save')}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}

/** The next state by one press, which saves; any other by its name; the day and the forms below it. */
function TrackFields(props: {
  readonly track: TrackName;
  readonly unit: UnitRow;
  readonly said: SaidTrack;
  readonly onSay: (said: SaidTrack) => void;
  readonly onNext: (state: TrackState) => void;
}) {
  const { t } = useSpeech();
  const { track, unit, said } = props;
  const own = unit[track];
  const state = said.state ?? own.state;
  const next = stateAfter(own.state);
  return (
    <div className="track-fields" data-track={track}>
      <RadioChoice
        legend={t(`roster.field.${track}`)}
        name={`state-${track}`}
        columns
        options={TRACK_STATES.map((value) => ({ value, label: stateName(value, t) }))}
        value={state}
        onChoose={(chosen) => props.onSay({ ...said, state: chosen })}
      />
      {next && (
        <button type="button" className="button" data-action="next-state" onClick={() => props.onNext(next)}>
          {t('roster.unit.next', { track: t(`roster.field.${track}`), state: stateName(next, t) })}
        </button>
      )}
      <div className="track-more">
        <label className="track-day">
          <span>{t('roster.unit.on')}</span>
          <input
            className="field-input"
            type="date"
            value={said.on ?? own.dates[state] ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              const { on: _, ...rest } = said;
              props.onSay(value === '' ? rest : { ...rest, on: value });
            }}
          />
        </label>
        {(['paper', 'scan'] as const).map((form) => (
          <label key={form} className="track-form">
            <input
              type="checkbox"
              checked={said[form] ?? own[form]}
              onChange={(event) => props.onSay({ ...said, [form]: event.currentTarget.checked })}
            />
            {t(`roster.column.${form}`)}
          </label>
        ))}
      </div>
    </div>
  );
}

function textsOf(unit: UnitRow): Texts {
  return Object.fromEntries(TEXTS.map((field) => [field, String(unit[field] ?? '')])) as Texts;
}

function changedTexts(texts: Texts): Pick<UnitFacts, TextName> {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const { name, code, supervisingUnit, contact, phone, keysWanted, notes } = texts;
  return {
    name: name.trim(),
    code: plainCode(code) ?? orNull(code),
    supervisingUnit: orNull(supervisingUnit),
    contact: orNull(contact),
    phone: orNull(phone),
    keysWanted: countIn(keysWanted),
    notes: orNull(notes),
  };
}
