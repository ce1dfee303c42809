/** Batch, activities, project date and days of receipt: asked only where the notice tells people apart by them. */
import { TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { keyPart } from '@/lib/locale/key-part';
import { type Asked, receiptOf, type Said, thingOf, writeEvent } from '@/lib/notice/circumstances';
import { saySpan } from '@/lib/notice/say-value';

/** What was said with one thing more or changed; null takes it away. */
function withSaid(
  said: readonly Said[],
  thing: Pick<Said, 'of' | 'value'>,
  next: Said | null,
): readonly Said[] {
  const others = said.filter((each) => thingOf(each) !== thingOf(thing));
  return next === null ? others : [...others, next];
}

const ACTIVITY_ANSWERS = ['', 'yes', 'no'] as const;

export function CircumstanceFields({
  asked,
  said,
  onSay,
}: {
  readonly asked: Asked;
  readonly said: readonly Said[];
  readonly onSay: (said: readonly Said[]) => void;
}) {
  const { t, language, say } = useSpeech();
  const unknown = t('noticePage.circumstances.unknown');
  const sayOne = (thing: Pick<Said, 'of' | 'value'>, answer: Said['answer'] | '') =>
    onSay(withSaid(said, thing, answer === '' ? null : { ...thing, answer }));
  const answers = {
    '': unknown,
    yes: t('noticePage.circumstances.takesPart'),
    no: t('noticePage.circumstances.takesNoPart'),
  };
  return (
    <>
      {asked.batches.length > 0 && (
        <Select
          label={t('noticePage.circumstances.batch')}
          value={said.find(({ of }) => of === 'batch')?.value ?? ''}
          options={[
            { value: '', label: unknown },
            ...asked.batches.map((batch) => ({
              value: batch.id,
              label: t('noticePage.circumstances.option', {
                name: batch.who
                  ? t('noticePage.circumstances.batchOf', { name: say(batch.name), who: say(batch.who) })
                  : say(batch.name),
                span: saySpan(batch, { t, language }),
              }),
            })),
          ]}
          onChoose={(value) => sayOne({ of: 'batch', value }, value === '' ? '' : 'yes')}
        />
      )}
      {asked.activities.map(({ id, name }) => (
        <Select
          key={id}
          label={t('noticePage.circumstances.activity', { name: say(name) })}
          value={said.find(({ of, value }) => of === 'activity' && value === id)?.answer ?? ''}
          options={ACTIVITY_ANSWERS.map((value) => ({ value, label: answers[value] }))}
          onChoose={(value) => sayOne({ of: 'activity', value: id }, value)}
        />
      ))}
      {asked.projectDate && (
        <TextField
          label={t('noticePage.circumstances.projectDate')}
          hint={t('noticePage.circumstances.projectHint')}
          type="date"
          value={said.find(({ of }) => of === 'project-date')?.value ?? ''}
          error={null}
          onEdit={(value) => sayOne({ of: 'project-date', value }, value === '' ? '' : 'yes')}
        />
      )}
      {asked.received.map(receiptOf).map((of) => (
        <TextField
          key={of}
          label={t(`noticePage.circumstances.${keyPart(of)}`)}
          hint={t('noticePage.circumstances.receivedHint')}
          type="date"
          value={said.find((each) => each.of === of)?.value ?? ''}
          error={null}
          onEdit={(value) => sayOne({ of, value }, value === '' ? '' : 'yes')}
        />
      ))}
      {asked.events.map(({ id, name }) => (
        <TextField
          key={id}
          label={t('noticePage.circumstances.event', { name: say(name) })}
          hint={t('noticePage.circumstances.eventHint')}
          type="date"
          value={
            said.flatMap((each) => {
              const [event, day] = each.of === 'event' ? each.value.split(' ') : [];
              return event === id ? [day ?? ''] : [];
            })[0] ?? ''
          }
          error={null}
          onEdit={(day) => sayOne({ of: 'event', value: writeEvent(id, day) }, day === '' ? '' : 'yes')}
        />
      ))}
    </>
  );
}
