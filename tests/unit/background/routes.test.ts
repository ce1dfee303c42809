import { beforeEach, describe, expect, it } from 'vitest';
import { createRegistry } from '@/lib/background/routes';
import type { RawSender } from '@/lib/messaging/registry';
import { Stage } from './stage';

const ROOT = 'chrome-extension://us/';
const frame: RawSender = {
  id: 'us',
  url: 'http://jszfcg.jsczt.cn/a',
  frameId: 3,
  documentId: 'D3',
  tab: { id: 1 },
};

let stage: Stage;

beforeEach(() => {
  stage = new Stage();
});

/** The background's answer; undefined where the message was dropped. */
function ask(sender: RawSender, conductor = stage.conductor): Promise<unknown> {
  const registry = createRegistry(
    conductor,
    stage.desk,
    { check: async () => {} },
    { isGranted: async () => false, sync: async () => {} },
    { prepare: async () => {} },
    { id: 'us', getURL: () => ROOT },
  );
  return new Promise((respond) => {
    const willAnswer = registry.listener({ type: 'page.wants-recogniser' }, sender, respond);
    if (!willAnswer) respond(undefined);
  });
}

describe('the recogniser', () => {
  it('is brought into exactly the frame and document that asks, and nothing is planned for it', async () => {
    expect(await ask(frame)).toEqual({ ok: true });
    expect(stage.injections).toEqual([{ tab: 1, frame: 3, document: 'D3', module: 'recogniser' }]);
    expect(stage.shown).toEqual([]);
  });

  it.each<[string, Partial<RawSender>]>([
    [
      'an about: frame that inherits a granted origin',
      { url: 'about:srcdoc', origin: 'http://jszfcg.jsczt.cn' },
    ],
    ['another port of a granted host', { url: 'http://jszfcg.jsczt.cn:8080/a' }],
    ['a document whose id the browser does not tell', { documentId: undefined }],
  ])('is brought into %s', async (_, change) => {
    expect(await ask({ ...frame, ...change })).toEqual({ ok: true });
    expect(stage.injected).toEqual(['1/3/recogniser']);
  });

  it.each<[string, Partial<RawSender>]>([
    ['a host that was not granted', { url: 'http://jszfcg.jsczt.cn.evil.example/' }],
    ['an about: frame of another origin', { url: 'about:blank', origin: 'https://evil.example' }],
    ['another extension', { id: 'them' }],
    ['the practice page, which has it', { url: `${ROOT}practice.html` }],
    ['another page of ours', { url: `${ROOT}popup.html` }],
    ['nobody in a tab', { tab: undefined }],
  ])('is not brought to %s', async (_, change) => {
    expect(await ask({ ...frame, ...change })).toBeUndefined();
    expect(stage.injected).toEqual([]);
  });

  it('is said not to have come where the frame is gone', async () => {
    stage.gone.add('1/3');
    expect(await ask(frame)).toEqual({ ok: false });
  });

  it('comes after the worker was stopped, and while the tab has other work that hangs', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('home');
    stage.silent.add('1/0');
    void stage.page('ca-list');
    expect(await ask(frame)).toEqual({ ok: true });
    expect(await ask(frame, stage.startWorker())).toEqual({ ok: true });
  });
});
