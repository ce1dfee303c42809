// @vitest-environment jsdom
/** The sentinel asks for the recogniser once there is something to recognise (decision 009). */
import { describe, expect, it, vi } from 'vitest';
import { showHtml } from '@/lib/page/fixtures/load';
import { shareRecogniser } from './recogniser';
import { ENTRY, LIST, pass, recogniser, stageSentinel } from './testing/sentinel-stage';

const { bringLater, mountBare, stage, states } = stageSentinel();

describe('the sentinel without a recogniser', () => {
  const ARTICLE = '<h1>办公家具采购公告</h1><p>预算金额35万元。</p>';
  const change = (text: string) =>
    document.body.append(Object.assign(document.createElement('p'), { textContent: text }));

  it('never asks for one where there is nothing to recognise', async () => {
    showHtml(ARTICLE);
    mountBare();
    await pass(0);
    expect(stage.sent).toMatchObject([{ state: 'other', confidence: 0, evidence: [], unbindVisible: false }]);
    for (let at = 0; at < 20; at += 1) {
      change('附件');
      await pass(1_000);
    }
    expect(states()).toEqual(['other']);
    expect(stage.asked).toBe(0);
  });

  it('asks once, at the first word, and says nothing before it is there', async () => {
    showHtml(ARTICLE);
    mountBare();
    await pass(0);
    const arrive = bringLater();
    showHtml(LIST);
    await pass(2_000);
    expect(stage.asked).toBe(1);
    expect(states()).toEqual(['other']);
    change('附件');
    arrive();
    await pass(0);
    expect(states()).toEqual(['other', 'ca-list']);
    for (const html of [ENTRY, ARTICLE, LIST]) {
      showHtml(html);
      await pass(2_000);
    }
    expect(states()).toEqual(['other', 'ca-list', 'login-ca', 'other', 'ca-list']);
    expect(stage.asked).toBe(1);
  });

  it('uses one that is there already', async () => {
    shareRecogniser(recogniser);
    showHtml(LIST);
    mountBare();
    await pass(0);
    expect(states()).toEqual(['ca-list']);
    expect(stage.asked).toBe(0);
  });

  it('watches open shadow roots for the first word', async () => {
    showHtml('<x-page></x-page>');
    const root = document.querySelector('x-page')?.attachShadow({ mode: 'open' });
    mountBare();
    await pass(0);
    root?.append(Object.assign(document.createElement('h2'), { textContent: '欢迎使用CA' }));
    await pass(1_000);
    expect(stage.asked).toBe(1);
  });

  it.each<[string, () => Promise<{ ok: boolean }>]>([
    ['cannot be brought', async () => ({ ok: false })],
    ['is said to be there and is not', async () => ({ ok: true })],
    ['is stage.asked of nobody', () => Promise.reject(new Error('gone'))],
    ['is never answered for', () => new Promise(() => {})],
  ])('is unsure where it %s, and asks again, not for ever', async (_, fail) => {
    const succeed = stage.bring;
    stage.bring = fail;
    showHtml(LIST);
    mountBare();
    await pass(5_000);
    expect(states()).toEqual(['unknown']);
    for (let at = 0; at < 30; at += 1) {
      change('附件');
      await pass(10_000);
    }
    expect(stage.asked).toBe(5);
    expect(states()).toEqual(['unknown']);
    stage.bring = succeed;
    stage.hear({ type: 'show.look-again' });
    await pass(0);
    expect(states().at(-1)).toBe('ca-list');
    expect(stage.asked).toBe(6);
  });

  it('asks again by itself on a page that does not change', async () => {
    const succeed = stage.bring;
    stage.bring = async () => ({ ok: false });
    showHtml(LIST);
    mountBare();
    await pass(0);
    expect(states()).toEqual(['unknown']);
    stage.bring = succeed;
    await pass(3_000);
    expect(states()).toEqual(['unknown', 'ca-list']);
    expect(stage.asked).toBe(2);
  });

  it('notices one that came late', async () => {
    stage.bring = async () => ({ ok: false });
    showHtml(LIST);
    mountBare();
    await pass(0);
    shareRecogniser(recogniser);
    await pass(3_000);
    expect(states()).toEqual(['unknown', 'ca-list']);
    expect(stage.asked).toBe(1);
  });

  it('says nothing more when the signal ends it while it waits, though the recogniser comes then', async () => {
    const arrive = bringLater();
    showHtml(LIST);
    mountBare();
    await pass(100);
    stage.life.abort();
    arrive();
    await pass(10_000);
    expect(stage.sent).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
