// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { LanguageProvider } from '@/components/ui/language';
import { FEED_FAILURES, type FeedState, NO_ADMINISTRATION, newFeedState } from '@/lib/feed/model';
import { createTranslate } from '@/lib/locale/translate';
import { builtinPack } from '@/lib/notice/builtin';
import { noticeInForce } from '@/lib/notice/in-force';
import en from '@/locales/en.json';
import zh from '@/locales/zh_CN.json';
import { Feed } from './feed';
import type { ShownFeed } from './feed-services';
import type { SettingsServices, ShownPacks } from './services';

afterEach(cleanup);

const ADDRESS = 'https://packs.rebind.example/index.jws';
const KEY = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' } as const;

function show(feed: Partial<ShownFeed>, services: Partial<SettingsServices> = {}, isEnglish = false) {
  const packs: ShownPacks = {
    builtin: [builtinPack],
    added: [],
    regions: [],
    region: null,
    inForce: noticeInForce([builtinPack], { today: '2026-11-26' }),
    sites: [],
    feed: {
      administration: NO_ADMINISTRATION,
      choice: null,
      state: null,
      fingerprints: [],
      hasHost: false,
      ...feed,
    },
  };
  const now = () => new Date('2026-11-26T04:00:00.000Z');
  return render(
    <LanguageProvider translate={createTranslate(isEnglish ? en : zh)} language={isEnglish ? 'en' : 'zh'}>
      <Feed packs={packs} services={{ now, ...services } as SettingsServices} />
    </LanguageProvider>,
  );
}

const state = (more: Partial<FeedState>): FeedState => ({
  ...newFeedState('user', ADDRESS),
  checkedAt: '2026-11-26T03:00:00.000Z',
  ...more,
});

describe.each([false, true])('in English: %s', (isEnglish) => {
  it.each(FEED_FAILURES)('%s is told: what happened, why, what to do; and no hole is left', (code) => {
    const params = { status: 404, most: 256, serial: 3, here: 7, at: '2026-11-25T00:00:00.000Z' };
    const failure = { code, file: 'index.jws', params };
    show({ choice: { address: ADDRESS, keys: [KEY] }, state: state({ failure }) }, {}, isEnglish);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain(isEnglish ? 'nothing has changed' : '没有任何改变');
    expect(alert.textContent).not.toMatch(/[{}]/);
    const sentences = alert.querySelectorAll('p')[1]?.textContent ?? '';
    expect(sentences.split(isEnglish ? /[.;] / : /[。；]/).length).toBeGreaterThan(1);
  });
});

describe('a feed', () => {
  it('that expired meanwhile says so, although the last check went well', () => {
    show({
      choice: { address: ADDRESS, keys: [KEY] },
      state: state({ expiresAt: '2026-11-26T03:59:00.000Z' }),
    });
    expect(document.querySelector('[data-feed-stale="true"]')?.textContent).toContain('可能不是最新');
    expect(document.querySelector('[data-feed-outcome="well"]')).toBeNull();
  });

  it('of the administrator cannot be stopped here, and rests the person’s own', () => {
    show({
      administration: { ...NO_ADMINISTRATION, feed: { address: ADDRESS, keys: [KEY] } },
      choice: { address: 'https://own.example/index.jws', keys: [KEY] },
    });
    expect(screen.queryByRole('button', { name: '停止订阅' })).toBeNull();
    expect(document.querySelector('[data-part="feed-overruled"]')?.textContent).toContain('own.example');
  });

  it('is set only by a good address and a public key; a private one is refused by name', async () => {
    const person = userEvent.setup();
    const asked: string[] = [];
    show(
      {},
      {
        readFeedKey: async (pasted) =>
          pasted === 'secret'
            ? { ok: false, why: 'private' }
            : { ok: true, key: KEY, fingerprint: 'aaaa bbbb' },
        setFeed: async (address) => {
          asked.push(address);
          return false;
        },
      },
    );
    const [address, key] = [screen.getByLabelText('清单的网址'), screen.getByLabelText(/发布单位的公钥/)];
    const look = () => person.click(screen.getByRole('button', { name: '核对公钥' }));
    await person.type(address, 'ftp://packs.rebind.example/index.jws');
    await person.type(key, 'secret');
    await look();
    expect(document.querySelector('[data-key-error="private"]')).not.toBeNull();
    expect(screen.getByText(/网址不能用/)).toBeTruthy();
    await person.clear(address);
    await person.type(address, ADDRESS);
    await person.clear(key);
    await person.type(key, 'public');
    await look();
    expect(screen.getByText(/aaaa bbbb/)).toBeTruthy();
    expect(asked).toEqual([]);
    await person.click(screen.getByRole('button', { name: '订阅' }));
    expect(asked).toEqual([ADDRESS]);
    // Not allowed by the browser: said, and nothing was set.
    expect((await screen.findByRole('alert')).textContent).toContain('没有订阅');
  });
});
