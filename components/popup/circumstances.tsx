/** What the notice tells people apart by: asked here, kept as the person's word, taken back here. */
import { useState } from 'react';
import { Batches } from '@/components/notice/batches';
import { CircumstanceFields } from '@/components/notice/circumstance-fields';
import { formatDate, formatDay } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import { type CircumstanceWord, circumstanceWords } from '@/lib/guide/circumstance-words';
import { keyPart } from '@/lib/locale/key-part';
import { askedBy, asksAnything, isDay, readEvent, type Said, thingOf } from '@/lib/notice/circumstances';
import { isCalendarDate } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import type { SubjectRow } from '@/lib/store/model';
import type { PopupRecords, PopupServices } from './services';

export default function Circumstances(props: {
  readonly subject: SubjectRow;
  readonly records: Pick<PopupRecords, 'facts'>;
  readonly services: PopupServices;
}) {
  const { t } = useSpeech();
  const { subject, records, services } = props;
  const { pack } = services;
  const action = useAction();
  const words = circumstanceWords(pack, subject.id, records.facts);
  const [edited, setEdited] = useState<readonly Said[] | null>(null);
  const asked = askedBy(pack, subject);
  if (!asksAnything(asked)) return null;
  const said: readonly Said[] = edited ?? words;
  const isNew = (each: Said) =>
    !words.some((word) => thingOf(word) === thingOf(each) && same(word, each)) &&
    (!isDay(each.of) || isCalendarDate(each.value)) &&
    (each.of !== 'event' || readEvent(each.value) !== null);
  const fresh = said.filter(isNew);
  const gone = words.filter((word) => !said.some((each) => thingOf(each) === thingOf(word)));
  const keep = () =>
    void action.run(async () => {
      for (const word of gone) await services.retract(word);
      for (const { of, value, answer } of fresh) {
        await services.sayCircumstance(subject.id, { of, value, answer });
      }
      setEdited(null);
    });
  const own = words.find(({ of }) => of === 'batch')?.value;
  return (
    <section className="panel" aria-labelledby="circumstances-title" data-part="circumstances">
      <h2 id="circumstances-title" className="panel-title">
        {t('popup.circumstances.title')}
      </h2>
      <p className="fine">{t('popup.circumstances.why')}</p>
      <CircumstanceFields asked={asked} said={said} onSay={setEdited} />
      <button
        type="button"
        className="button"
        disabled={action.busy || fresh.length + gone.length === 0}
        onClick={keep}
      >
        {t('popup.circumstances.keep')}
      </button>
      {words.map((word) => (
        <SaidLine
          key={word.fact}
          word={word}
          pack={pack}
          busy={action.busy}
          onTakeBack={() => {
            setEdited(null);
            void action.run(() => services.retract(word));
          }}
        />
      ))}
      {action.failure && <StoreFailureNotice kind={action.failure} />}
      <Batches batches={asked.batches.filter(({ id }) => id === own)} who={null} />
    </section>
  );
}

const same = (one: Said, other: Said) => one.value === other.value && one.answer === other.answer;

function SaidLine(props: {
  readonly word: CircumstanceWord;
  readonly pack: Pick<NoticePack, 'batches' | 'activities' | 'events'>;
  readonly busy: boolean;
  readonly onTakeBack: () => void;
}) {
  const { t, say, language } = useSpeech();
  const { of, value, answer, on } = props.word;
  const named = [...props.pack.batches, ...props.pack.activities].find(({ id }) => id === value);
  const name = named ? say(named.name) : value;
  const date = formatDate(on, language);
  const line = () => {
    if (of === 'batch') return t('popup.circumstances.batch', { name, date });
    if (of === 'event') {
      const event = readEvent(value);
      const happened = props.pack.events?.find(({ id }) => id === event?.event);
      return t('popup.circumstances.event', {
        name: happened ? say(happened.name) : value,
        day: event ? formatDay(event.day, language) : '',
        date,
      });
    }
    const day = formatDay(value, language);
    if (of === 'project-date') return t('popup.circumstances.projectDate', { day, date });
    if (of !== 'activity') return t(`popup.circumstances.${keyPart(of)}`, { day, date });
    return t(answer === 'yes' ? 'popup.circumstances.takesPart' : 'popup.circumstances.takesNoPart', {
      name,
      date,
    });
  };
  return (
    <p data-said={of}>
      {line()}{' '}
      <button type="button" className="button button--quiet" disabled={props.busy} onClick={props.onTakeBack}>
        {t('popup.circumstances.takeBack')}
      </button>
    </p>
  );
}
