/** 「材料清单」: what the case's duties ask for, in which forms, to tick and to print. */
import { fits } from './condition';
import type { FileForm, NoticePack } from './model';
import type { Reading, ReadingLine } from './reading-line';
import type { Voice } from './say-value';

function sayForm(form: FileForm, { t }: Voice): string {
  const kind =
    form.kind === 'paper'
      ? t(form.copy ? 'noticeWords.reading.paperCopy' : 'noticeWords.reading.paper')
      : t(form.colour ? 'noticeWords.reading.colourScan' : 'noticeWords.reading.scan');
  const stamped = form.stamped ? t('noticeWords.reading.stamped', { form: kind }) : kind;
  if (form.kind === 'paper') {
    return form.copies === undefined
      ? stamped
      : t('noticeWords.reading.copies', { form: stamped, count: form.copies });
  }
  const types = form.types?.join(t('noticeWords.difference.between'));
  return types ? t('noticeWords.reading.types', { form: stamped, types }) : stamped;
}

/** Ids of the materials that the case may be asked for. */
function asked({ pack, told, asked: who }: Reading): ReadonlySet<string> {
  const duties = new Set(told.obligations.map(({ id }) => id));
  return new Set([
    ...pack.obligations.filter(({ id }) => duties.has(id)).flatMap(({ materials }) => materials),
    ...pack.permissions
      .filter(({ when }) => fits(when, who) !== 'no')
      .flatMap(({ byApplication }) => byApplication?.materials ?? []),
  ]);
}

export function readMaterials(reading: Reading): readonly ReadingLine[] {
  const { pack, voice } = reading;
  const { t } = voice;
  const ids = asked(reading);
  const lines = pack.materials
    .filter(({ id }) => ids.has(id))
    .map((material) => {
      const name = nameOf(material, pack, reading);
      const forms = material.forms.map((form) => sayForm(form, voice)).join(t('noticeWords.reading.and'));
      return {
        text:
          forms === ''
            ? t('noticeWords.reading.materialPlain', { name })
            : t('noticeWords.reading.material', { name, forms }),
        cite: material.cite,
      };
    });
  return lines.length > 0 ? lines : [{ text: t('noticeWords.reading.noMaterials'), cite: null }];
}

function nameOf(
  material: NoticePack['materials'][number],
  pack: NoticePack,
  { voice, say }: Reading,
): string {
  const attachment = pack.attachments.find(({ id }) => id === material.attachment);
  if (!attachment) return say(material.name);
  return voice.t('noticeWords.reading.attachment', {
    name: say(material.name),
    number: attachment.number,
    title: say(attachment.title),
  });
}
