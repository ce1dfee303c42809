/** 「我要办什么」: what the case must do, by when, where, after what. */
import type { MessageKey } from '@/lib/locale/translate';
import type { ObligationAnswer } from './explanation';
import type { NoticePack, Obligation } from './model';
import type { Reading, ReadingLine } from './reading-line';
import { sayCode, sayDays, sayMoment } from './say-value';
import type { Anchor } from './sourcing';

/** What has to be known before the day is one of the calendar. */
const UNKNOWN: Readonly<Partial<Record<Anchor['kind'], MessageKey>>> = {
  'batch-from': 'noticeWords.reading.unknownBatch',
  'batch-until': 'noticeWords.reading.unknownBatch',
  'certificate-expiry': 'noticeWords.reading.unknownExpiry',
  receipt: 'noticeWords.reading.unknownDay',
  event: 'noticeWords.reading.unknownDay',
};

/** A day that hangs on what is not known of the case is told as the notice names it. */
function sayWhen(duty: ObligationAnswer, source: Obligation | undefined, { voice }: Reading): string {
  const { t } = voice;
  const hangsOn = new Set<Anchor['kind']>();
  const side = (which: 'from' | 'due'): string | null => {
    const moment = source?.[which];
    const date = duty[which];
    if (date !== undefined) {
      const inclusive = (which === 'due' ? duty.dueInclusive : duty.fromInclusive) ?? true;
      return sayMoment({ kind: 'date', date, inclusive }, which, voice);
    }
    if (moment === undefined) return null;
    if (moment.kind === 'announced-later') return sayMoment(moment, which, voice);
    if (moment.kind === 'relative') hangsOn.add(moment.anchor.kind);
    // A day of the calendar that is not the case's own is some batch's.
    if (moment.kind === 'date' && duty.dueFrom) hangsOn.add(duty.dueFrom.anchor.kind);
    return sayMoment(moment, which, voice);
  };
  const from = side('from');
  const due = side('due');
  const days = [from, due].filter((each) => each !== null).join(t('noticeWords.difference.between'));
  const unknown = [...new Set([...hangsOn].flatMap((kind) => UNKNOWN[kind] ?? []))];
  const when = unknown.reduce((said, key) => t(key, { when: said }), days);
  if (when === '') return t('noticeWords.reading.undated');
  return duty.soft && due !== null ? t('noticeWords.when.soft', { when }) : when;
}

/** The duty as the pack writes it, be it another notice's (`complete.ts` names those by their notice). */
function sourceOf(id: string, { obligations, following }: NoticePack): Obligation | undefined {
  const beside = (following?.beside ?? []).flatMap((pack) =>
    pack.obligations.map((each) => ({ ...each, id: `${pack.id}/${each.id}` })),
  );
  return [...obligations, ...beside].find((each) => each.id === id);
}

export function readDuties(reading: Reading): readonly ReadingLine[] {
  const { pack, told, voice, say } = reading;
  const { t } = voice;
  if (told.obligations.length === 0) return [{ text: t('noticeWords.reading.noDuties'), cite: null }];
  return told.obligations.flatMap((duty, at) => {
    const source = sourceOf(duty.id, pack);
    const state = t('noticeWords.reading.stateOf', { state: sayCode(duty.state, voice) ?? duty.state });
    const head = t('noticeWords.reading.duty', {
      number: at + 1,
      text: say(duty.text),
      when: duty.optional ? t('noticeWords.reading.optional') : '',
      state,
    });
    const between = t('noticeWords.difference.between');
    const after = (duty.after ?? []).flatMap((id) => {
      const first = told.obligations.find((each) => each.id === id);
      return first ? [say(first.text)] : [];
    });
    const under = [
      t('noticeWords.reading.dutyWhen', { when: sayWhen(duty, source, reading) }),
      ...(duty.where ? [t('noticeWords.reading.dutyWhere', { where: say(duty.where) })] : []),
      ...(duty.materials.length > 0
        ? [t('noticeWords.reading.dutyMaterials', { materials: duty.materials.map(say).join(between) })]
        : []),
      ...(after.length > 0 ? [t('noticeWords.reading.dutyAfter', { after: after.join(between) })] : []),
      ...(duty.notes ?? []).map(say),
    ];
    const makeUps = (duty.makeUps ?? []).map(({ text, cite, ...span }) => {
      const made = t('noticeWords.reading.makeUp', {
        span: sayDays(span, voice),
        text: text ? say(text) : '',
      });
      return { text: made, cite, under: true };
    });
    return [
      { text: head, cite: duty.cite },
      ...under.map((text) => ({ text, cite: null, under: true })),
      ...makeUps,
    ];
  });
}
