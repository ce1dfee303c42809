/** Several notice packs at hand: which one the card follows, and what becomes of what was begun. */
import { beforeEach, describe, expect, it } from 'vitest';
import { builtinPack } from '@/lib/notice/builtin';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import { makePack } from '@/lib/notice/testing/make-pack';
import { Stage } from './stage';

const text = (zh: string) => ({ zh });

function checked(parts: Partial<NoticePack>): NoticePack {
  const loaded = loadPack(
    makePack({ region: builtinPack.region, mainSystem: builtinPack.mainSystem, ...parts }),
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.pack;
}

const supplement = checked({
  id: 'changzhou-2023-15',
  documentNumber: '常财购〔2023〕15号',
  requires: ['amendments'],
  signedOn: '2023-09-15',
  publishedOn: '2023-09-15',
  supplements: [builtinPack.id],
  systems: [],
  audiences: [],
  certificates: [],
  amendments: [
    {
      id: 'longer',
      list: 'phases',
      fact: 'transition',
      until: '2023-10-20',
      text: text('过渡阶段延长至10月20日'),
      cite: '一',
    },
    {
      id: 'later',
      list: 'phases',
      fact: 'new-only',
      from: '2023-10-21',
      text: text('10月21日起正式启用新CA'),
      cite: '一',
    },
  ],
});

const next = checked({
  id: 'changzhou-2026-8',
  documentNumber: '常财购〔2026〕8号',
  signedOn: '2026-11-20',
  publishedOn: '2026-11-20',
  validity: { from: '2026-11-23' },
  replaces: [builtinPack.id],
  systems: builtinPack.systems.map((system) => ({ ...system, accepts: [] })),
});

let stage: Stage;

beforeEach(async () => {
  stage = new Stage();
  await stage.addSubjects('a');
});

function bring(...packs: readonly NoticePack[]) {
  stage.otherPacks = packs;
  stage.startWorker();
}

const notes = () => stage.plan().notes.map(({ text: { zh }, cite }) => `${zh} ${cite ?? ''}`);

describe('a supplement at hand', () => {
  it('moves the end of the phase, and the card says by which notice', async () => {
    bring(supplement);
    await stage.previewTransition();
    await stage.page('home');
    expect(stage.plan().phase?.until).toBe('2023-10-20');
    expect(stage.plan().pack.documentNumber).toBe(builtinPack.documentNumber);
    expect(notes()).toContain('过渡阶段延长至10月20日。 常财购〔2023〕15号 一');
    expect(notes().join()).toContain('常财购〔2023〕12号已由常财购〔2023〕15号补充或更正');
  });
});

describe('a notice that replaces the one followed', () => {
  it('stops what was begun, and says so, from its first day', async () => {
    bring(next);
    await stage.page('home');
    expect(stage.plan().pack.id).toBe(builtinPack.id);
    expect(notes().join()).not.toContain('通知包已更换');
    await stage.say({ kind: 'holds-new', answer: 'yes' }, 'word');

    stage.now = new Date('2026-11-23T02:00:00Z');
    await stage.page('home', { document: 'next-day' });
    expect(stage.plan()).toMatchObject({ pack: { id: next.id }, guide: 'as-the-notice-says', target: null });
    expect(notes().join()).toContain('通知包已更换');
  });
});
