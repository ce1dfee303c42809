import { describe, expect, it, vi } from 'vitest';
import type { Message } from './contract';
import { classifySender, MessageRegistry, type RawSender, type TrustParts } from './registry';

const trust: TrustParts = {
  extensionId: 'us',
  extensionRoot: 'chrome-extension://us/',
  isGrantedHost: (host) => host === 'jszfcg.jsczt.cn',
};
const page = { id: 'us', url: 'http://jszfcg.jsczt.cn/a?b', frameId: 3, tab: { id: 7 } };

describe('classifySender', () => {
  it('takes our content script on a granted host for a document', () => {
    expect(classifySender(page, trust)).toEqual({ kind: 'document', tab: 7, frame: 3 });
  });

  it('keeps the browser’s id of the document where there is one', () => {
    expect(classifySender({ ...page, documentId: 'D1' }, trust)).toMatchObject({ document: 'D1' });
    expect(classifySender(page, trust)?.document).toBeUndefined();
  });

  it.each<[string, RawSender]>([
    ['another extension', { ...page, id: 'them' }],
    ['no id', { ...page, id: undefined }],
    ['a host that was not granted', { ...page, url: 'http://jszfcg.jsczt.cn.evil.example/' }],
    ['a host in the user part', { ...page, url: 'http://jszfcg.jsczt.cn@evil.example/' }],
    ['no tab', { ...page, tab: undefined }],
    ['no address', { ...page, url: undefined }],
    ['not an address', { ...page, url: '::' }],
    ['an about: frame of another origin', { ...page, url: 'about:blank', origin: 'https://evil.example' }],
    ['another extension that looks like us', { ...page, url: 'chrome-extension://us.evil/popup.html' }],
  ])('takes %s for nobody', (_, raw) => {
    expect(classifySender(raw, trust)).toBeNull();
  });

  it('takes about: frames below a granted host for documents', () => {
    const inherited = { ...page, url: 'about:srcdoc', origin: 'http://jszfcg.jsczt.cn' };
    expect(classifySender(inherited, trust)?.kind).toBe('document');
    expect(classifySender({ ...page, url: 'about:blank' }, trust)?.kind).toBe('document');
  });

  it('tells the practice page from our other pages', () => {
    const own = (path: string) =>
      classifySender({ id: 'us', url: `${trust.extensionRoot}${path}` }, trust)?.kind;
    expect(own('practice.html?skin=classic#x')).toBe('practice');
    expect(own('popup.html')).toBe('own-page');
    expect(own('popup.html?practice.html')).toBe('own-page');
  });
});

describe('MessageRegistry', () => {
  const message: Message = { type: 'pages.tabs' };
  const parse = (value: unknown) => (value === message ? message : null);
  const ownPage = { id: 'us', url: `${trust.extensionRoot}popup.html` };

  function registryWith(handle: () => Promise<{ tabs: [] }>) {
    const onDropped = vi.fn();
    const registry = new MessageRegistry({ trust, parse, ready: Promise.resolve(), onDropped });
    return { registry: registry.on('pages.tabs', ['own-page'], handle), onDropped };
  }

  it('answers a sender it declared', async () => {
    const { registry } = registryWith(async () => ({ tabs: [] }));
    const reply = await new Promise((respond) => {
      expect(registry.listener(message, ownPage, respond)).toBe(true);
    });
    expect(reply).toEqual({ tabs: [] });
  });

  it('drops and counts what a page may not send', () => {
    const handle = vi.fn(async () => ({ tabs: [] as [] }));
    const { registry, onDropped } = registryWith(handle);
    expect(registry.listener(message, page, () => {})).toBe(false);
    expect(onDropped).toHaveBeenCalledWith('sender');
    expect(registry.listener({ type: 'nonsense' }, ownPage, () => {})).toBe(false);
    expect(onDropped).toHaveBeenLastCalledWith('shape');
    expect(handle).not.toHaveBeenCalled();
  });

  it('answers nothing when a handler fails, and throws at nobody', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { registry } = registryWith(() => Promise.reject(new Error('boom')));
    const reply = await new Promise((respond) => registry.listener(message, ownPage, respond));
    expect(reply).toBeUndefined();
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });

  it('takes a site that a pack adds for a document once the lookup says so, and drops any other', async () => {
    const handle = vi.fn(async () => ({ ok: true }) as const);
    const onDropped = vi.fn();
    const registry = new MessageRegistry({
      trust: { ...trust, isAddedSite: async (host) => host === 'zfcg.yunhai.example' },
      parse: () => ({ type: 'page.wants-recogniser' }),
      ready: Promise.resolve(),
      onDropped,
    }).on('page.wants-recogniser', ['document'], handle);
    const ask = (url: string) => new Promise((respond) => registry.listener({}, { ...page, url }, respond));
    expect(await ask('https://zfcg.yunhai.example/ca')).toEqual({ ok: true });
    expect(handle).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ site: 'zfcg.yunhai.example' }),
    );
    expect(await ask('https://evil.example/')).toBeUndefined();
    expect(onDropped).toHaveBeenCalledWith('sender');
    expect(handle).toHaveBeenCalledOnce();
  });

  it('waits for the gate', async () => {
    let open = () => {};
    const ready = new Promise<void>((resolve) => {
      open = resolve;
    });
    const handle = vi.fn(async () => ({ tabs: [] as [] }));
    const registry = new MessageRegistry({ trust, parse, ready }).on('pages.tabs', ['own-page'], handle);
    const replied = new Promise((respond) => registry.listener(message, ownPage, respond));
    await Promise.resolve();
    expect(handle).not.toHaveBeenCalled();
    open();
    await replied;
    expect(handle).toHaveBeenCalledOnce();
  });

  it('refuses a second handler for one message', () => {
    const { registry } = registryWith(async () => ({ tabs: [] }));
    expect(() => registry.on('pages.tabs', ['own-page'], async () => ({ tabs: [] }))).toThrow(/already/);
  });
});
