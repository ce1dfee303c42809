/** notice:sign and notice:feed, from a new key to what a client takes. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askFeed } from '@/lib/feed/ask';
import { fingerprintOf, readKey, thumbprintOf } from '@/lib/feed/keys';
import { type FeedIndex, INDEX_TYPE, newFeedState } from '@/lib/feed/model';
import { verifySigned } from '@/lib/feed/verify';
import { NO_RULES } from '@/lib/notice/pack-rules';
import changzhou from '@/notices/changzhou-2023-12.json';
import { makeFeed } from '@/scripts/notice/feed';
import { signNotice } from '@/scripts/notice/sign';
import { inRoot } from '@/scripts/setup/paths.mjs';

const NOTICE = inRoot('notices', 'changzhou-2023-12.json');
const NOW = new Date('2026-11-26T00:00:00.000Z');
const ADDRESS = 'https://packs.example.gov.cn/rebind/index.jws';
let folder = '';
let keyFile = '';
let out = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rebind-feed-'));
  keyFile = join(folder, 'key.pem');
  out = join(folder, 'feed');
  await signNotice(['new-key', keyFile]);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function publicKey() {
  const read = await readKey(readFileSync(`${keyFile}.pub.json`, 'utf8'));
  if (!read.ok) throw new Error(read.why);
  return read.key;
}
const feed = (at: Date, ...more: string[]) => makeFeed([out, '--key', keyFile, ...more], () => at);
async function readIndex(): Promise<FeedIndex> {
  const verified = await verifySigned(
    readFileSync(join(out, 'index.jws'), 'utf8'),
    [await publicKey()],
    INDEX_TYPE,
  );
  if (!verified.ok) throw new Error(verified.code);
  return JSON.parse(verified.text);
}

describe('a new key', () => {
  test('can be read by its owner alone, and is not overwritten', async () => {
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const before = readFileSync(keyFile, 'utf8');
    expect(await signNotice(['new-key', keyFile])).toMatchObject({ status: 1 });
    expect(readFileSync(keyFile, 'utf8')).toBe(before);
  });

  test('never comes to stand in the checkout', async () => {
    const inside = inRoot('out-of-place.pem');
    const outcome = await signNotice(['new-key', inside]);
    expect(outcome.status).toBe(1);
    expect(readdirSync(inRoot())).not.toContain('out-of-place.pem');
  });

  test('shows its fingerprint; its private half is refused where a public one is asked for', async () => {
    const { stdout } = await feedOf();
    expect(stdout.join('\n')).toContain(fingerprintOf(await thumbprintOf(await publicKey())));
    expect(await readKey(readFileSync(keyFile, 'utf8'))).toEqual({ ok: false, why: 'private' });
    expect(await readKey('{"kty":"RSA"}')).toEqual({ ok: false, why: 'unreadable' });
  });
});

async function feedOf() {
  await signNotice([NOTICE, '--key', keyFile, '--out', out]);
  return feed(NOW);
}

test('what is signed and listed is what a client takes, byte for byte', async () => {
  expect(await feedOf()).toMatchObject({ status: 0 });
  const round = await askFeed(
    { address: ADDRESS, keys: [await publicKey()] },
    {
      state: newFeedState('user', ADDRESS),
      kept: [],
      rules: NO_RULES,
      now: NOW,
      fetchFile: async (address) => ({
        ok: true,
        text: readFileSync(join(out, new URL(address).pathname.split('/').at(-1) ?? ''), 'utf8'),
      }),
    },
  );
  expect(round).toMatchObject({ ok: true, index: { packs: [{ id: changzhou.id }] } });
  if (round.ok) expect(round.fresh[0]?.text).toBe(readFileSync(NOTICE, 'utf8'));
});

test('the serial grows with every index, also within a second and with a clock set back; the days are kept', async () => {
  await feedOf();
  const first = await readIndex();
  expect(first.expiresAt).toBe('2026-12-26T00:00:00.000Z');
  await feed(NOW, '--days', '7');
  const second = await readIndex();
  expect(second.serial).toBeGreaterThan(first.serial);
  expect(second.expiresAt).toBe('2026-12-03T00:00:00.000Z');
  await feed(new Date('2020-01-01T00:00:00.000Z'));
  expect((await readIndex()).serial).toBeGreaterThan(second.serial);
});

test.each([
  ['no key', () => makeFeed([out]), '--key'],
  ['a folder that is not there', () => makeFeed([join(folder, 'none'), '--key', keyFile]), 'none'],
  ['no days', () => feed(NOW, '--days', '0'), '--days'],
  ['a key that cannot sign', () => makeFeed([out, '--key', NOTICE]), 'ES256'],
])('%s is told, and no index is made', async (_, run, word) => {
  await signNotice([NOTICE, '--key', keyFile, '--out', out]);
  const { status, stderr } = await run();
  expect(status).toBe(1);
  expect(stderr.join('\n')).toContain(word);
  expect(readdirSync(out)).not.toContain('index.jws');
});

test('a pack signed by another key is not listed', async () => {
  await signNotice([NOTICE, '--key', keyFile, '--out', out]);
  const other = join(folder, 'other.pem');
  await signNotice(['new-key', other]);
  const { status, stderr } = await makeFeed([out, '--key', other]);
  expect(status).toBe(1);
  expect(stderr.join('\n')).toContain(`${changzhou.id}-${changzhou.version}.jws`);
});

test('a pack that is not valid, or does not name an ability it uses, is not signed', async () => {
  const write = (pack: object) => {
    const file = join(folder, 'pack.json');
    writeFileSync(file, JSON.stringify(pack));
    return file;
  };
  const sign = (pack: object) => signNotice([write(pack), '--key', keyFile, '--out', out]);
  expect(await sign({ ...changzhou, phases: '九月' })).toMatchObject({ status: 1 });
  const forgetful = await sign({ ...changzhou, requires: changzhou.requires.slice(1) });
  expect(forgetful.status).toBe(1);
  expect(forgetful.stdout.join('\n')).toContain(changzhou.requires[0]);
  expect(readdirSync(out)).toEqual([]);
});
