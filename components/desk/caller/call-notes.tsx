import { useEffect, useRef, useState } from 'react';
import type { DeskServices } from '@/components/desk/services';
import { formatDay } from '@/components/ui/dates';
import { TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { PROBLEM_SENTENCES } from '@/components/ui/problems';
import { Select } from '@/components/ui/select';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import { useToday } from '@/components/ui/use-today';
import { type FieldHolds, refuseText } from '@/lib/certificate/refusal';
import { type CallTally, causesOf, writeDuration } from '@/lib/desk/caller/call-note';
import { troublesOf } from '@/lib/guide/troubles';
import { dateIn, timeIn } from '@/lib/notice/days';

const OTHER = 'other';

/** What a call was about: a text to paste elsewhere, a timer, and how many calls had which cause today. */
export function CallNotes(props: {
  readonly services: DeskServices;
  readonly onUnit: (name: string) => void;
}) {
  const { t, say, language } = useSpeech();
  const { services } = props;
  const [pack] = services.packs;
  const [unit, setUnit] = useState('');
  const [what, setWhat] = useState('');
  const [cause, setCause] = useState(OTHER);
  const [tally, setTally] = useState<CallTally | null>(null);
  const [note, setNote] = useState<{ readonly text: string; readonly isCopied: boolean } | null>(null);
  const timer = useTimer(services);
  const unitField = useRef<HTMLDivElement>(null);
  const action = useAction();
  useEffect(() => {
    let isHere = true;
    services.readTally().then(
      (read) => isHere && setTally(read),
      // Without it nothing is counted; the note can be written all the same.
      () => {},
    );
    return () => {
      isHere = false;
    };
  }, [services]);
  useToday(services, pack?.timeZone ?? 'Asia/Shanghai');
  if (!pack) return null;
  // A call is of the day it is noted on, also in the minute after midnight; what is shown turns over with it.
  const dayNow = () => dateIn(services.now(), pack.timeZone);
  const troubles = troublesOf(pack);
  const nameOf = (id: string) => {
    const trouble = troubles.find((each) => each.id === id);
    return trouble ? say(trouble.title ?? trouble.text) : t('desk.note.other');
  };
  // A unit is often named by its code, which is digits as a PIN is.
  const refusal = (text: string, holds: FieldHolds = 'words') => {
    const refused = refuseText(text, holds);
    return refused ? t(PROBLEM_SENTENCES[refused]) : null;
  };
  const count = (of: string, by: 1 | -1) =>
    action.run(async () => setTally(await services.countCall(dayNow(), of, by)));
  const finish = async () => {
    const lines: readonly (readonly [string, string])[] = [
      [t('desk.note.lineTime'), `${formatDay(dayNow(), language)} ${timeIn(services.now(), pack.timeZone)}`],
      [t('desk.note.lineUnit'), unit],
      [t('desk.note.lineCause'), nameOf(cause)],
      [t('desk.note.lineWhat'), what],
      [t('desk.note.lineTook'), timer.took === null ? '' : writeDuration(timer.took)],
    ];
    const text = lines
      .filter(([, value]) => value.trim() !== '')
      .map(([name, value]) => t('desk.note.pair', { name, value: value.trim() }))
      .join('\n');
    const isCopied = await services.copyText(text).then(
      () => true,
      () => false,
    );
    timer.stop();
    if (await count(cause, 1)) setNote({ text, isCopied });
  };
  /** Nothing of one call may stand in the note of the next: its unit, and how long it took. */
  const startAnew = () => {
    setUnit('');
    setWhat('');
    setCause(OTHER);
    setNote(null);
    timer.clear();
    unitField.current?.querySelector('input')?.focus();
  };
  const causes = tally ? causesOf(tally, dayNow()) : [];
  const total = causes.reduce((sum, [, calls]) => sum + calls, 0);
  return (
    <section className="panel" aria-labelledby="call-notes" data-part="call-notes">
      <h2 id="call-notes">
        {t('desk.note.title')} <span className="fine">{t('desk.note.about')}</span>
      </h2>
      <div className="desk-questions">
        <button
          type="button"
          className="button"
          onClick={() => {
            // The clock starts for another call.
            if (note && !timer.isRunning) startAnew();
            timer.press();
          }}
        >
          {t(timer.isRunning ? 'desk.note.stop' : 'desk.note.start')}
        </button>
        {timer.took !== null && <span>{t('desk.note.time', { time: writeDuration(timer.took) })}</span>}
      </div>
      <div className="desk-note-fields" ref={unitField}>
        <TextField
          label={t('desk.note.unit')}
          holds="digits"
          value={unit}
          error={refusal(unit, 'digits')}
          onEdit={setUnit}
        />
        <Select
          label={t('desk.note.cause')}
          value={cause}
          options={[
            ...troubles.map(({ id }) => ({ value: id, label: nameOf(id) })),
            { value: OTHER, label: t('desk.note.other') },
          ]}
          onChoose={setCause}
        />
        <TextField label={t('desk.note.what')} value={what} error={refusal(what)} onEdit={setWhat} />
      </div>
      <div className="desk-questions">
        <button
          type="button"
          className="button button--primary"
          disabled={action.busy || refusal(unit, 'digits') !== null || refusal(what) !== null}
          onClick={() => void finish()}
        >
          {t('desk.note.copy')}
        </button>
        <button
          type="button"
          className="button"
          disabled={unit.trim() === ''}
          onClick={() => props.onUnit(unit.trim())}
        >
          {t('desk.note.toUnit')}
        </button>
      </div>
      <p role="status">
        {note && t(note.isCopied ? 'desk.note.copied' : 'desk.note.notCopied', { count: total })}
      </p>
      {note && <pre className="desk-note">{note.text}</pre>}
      {note && (
        <button type="button" className="button" onClick={startAnew}>
          {t('desk.note.next')}
        </button>
      )}
      {action.failure && <StoreFailureNotice kind={action.failure} />}
      <h3>{t('desk.note.today')}</h3>
      {causes.length === 0 ? (
        <p>{t('desk.note.none')}</p>
      ) : (
        <ul className="desk-list" data-part="tally">
          {causes.map(([id, calls]) => (
            <li key={id} data-cause={id}>
              {nameOf(id)} <strong>{calls}</strong>{' '}
              <button
                type="button"
                className="button button--quiet"
                disabled={action.busy}
                aria-label={`${t('desk.note.back')} ${nameOf(id)}`}
                onClick={() => void count(id, -1)}
              >
                {t('desk.note.back')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Runs from one press to the next; shown by the second. */
function useTimer(services: Pick<DeskServices, 'now'>) {
  const [began, setBegan] = useState<number | null>(null);
  const [took, setTook] = useState<number | null>(null);
  useEffect(() => {
    if (began === null) return;
    const tick = setInterval(() => setTook(services.now().getTime() - began), 1000);
    return () => clearInterval(tick);
  }, [began, services]);
  return {
    isRunning: began !== null,
    took,
    stop: () => setBegan(null),
    clear() {
      setBegan(null);
      setTook(null);
    },
    press() {
      const now = services.now().getTime();
      if (began === null) {
        setBegan(now);
        setTook(0);
        return;
      }
      setTook(now - began);
      setBegan(null);
    },
  };
}
