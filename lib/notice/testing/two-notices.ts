/** A notice of a city, and one that changes it. */
import type { Amendment } from '@/lib/notice/amendment';
import { explain } from '@/lib/notice/explain';
import { noticeInForce } from '@/lib/notice/in-force';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack, Obligation } from '@/lib/notice/model';
import { makePack } from './make-pack';

export const text = (zh: string) => ({ zh });

export function obligation(id: string, due: string, parts: Partial<Obligation> = {}): Obligation {
  return {
    id,
    text: text(`办理${id}`),
    due: { kind: 'date', date: due, inclusive: true },
    soft: false,
    where: [],
    materials: [],
    cite: '二',
    ...parts,
  };
}

/** The notice that the others are about. */
export const city = makePack({
  id: 'city-1',
  title: text('市通知'),
  documentNumber: '市〔2026〕1号',
  region: text('江苏省常州市'),
  signedOn: '2026-03-01',
  publishedOn: '2026-03-02',
  phases: [
    {
      id: 'file',
      name: text('报送'),
      from: '2026-03-02',
      until: '2026-04-30',
      text: text('报送'),
      cite: '三',
    },
    {
      id: 'swap',
      name: text('更换'),
      from: '2026-05-01',
      until: '2026-05-31',
      text: text('更换'),
      cite: '三',
    },
  ],
  obligations: [obligation('form', '2026-04-04'), obligation('ledger', '2026-04-20')],
  contacts: [
    {
      role: 'vendor',
      name: text('某公司'),
      number: '11111111',
      about: text('证书'),
      publishedOn: '2026-03-02',
      cite: '五',
    },
  ],
});

export function later(parts: Partial<NoticePack>): NoticePack {
  return makePack({
    id: 'city-2',
    title: text('补充通知'),
    documentNumber: '市〔2026〕2号',
    region: text('江苏省常州市'),
    signedOn: '2026-03-20',
    publishedOn: '2026-03-20',
    supplements: ['city-1'],
    requires: ['amendments'],
    systems: [],
    audiences: [],
    certificates: [],
    ...parts,
  });
}

export const moves: Amendment = {
  id: 'later-form',
  list: 'obligations',
  fact: 'form',
  due: { kind: 'date', date: '2026-04-15', inclusive: true },
  text: text('申请表报送截止日期延至4月15日。'),
  cite: '一',
};

/** A pack that the schema takes, so that no test rests on one it would refuse. */
export function checked(pack: NoticePack): NoticePack {
  const loaded = loadPack(pack);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.pack;
}

export const base = checked(city);
export const supplement = checked(later({ amendments: [moves] }));
export const unit = (today: string) => ({ today, audience: 'budget-unit' as const });
export const dues = (packs: readonly NoticePack[], today: string) =>
  explain(noticeInForce(packs, { today }).pack, unit(today)).obligations.map(({ id, due, cite }) => [
    id,
    due,
    cite,
  ]);
