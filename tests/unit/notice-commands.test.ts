import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import changzhou from '@/notices/changzhou-2023-12.json';
import { checkNotice } from '@/scripts/notice/check';
import type { Outcome } from '@/scripts/notice/command-line';
import { explainNotice } from '@/scripts/notice/explain';

const root = fileURLToPath(new URL('../..', import.meta.url));
const NOTICE = 'notices/changzhou-2023-12.json';
const CASE = ['--date', '2023-09-20', '--role', 'budget-unit'];
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rebind-notice-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Writes a file into this test's folder. @returns its path */
function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** An outcome as the caller sees it. */
interface Seen {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function seen(outcome: Promise<Outcome>): Promise<Seen> {
  const { status, stdout, stderr } = await outcome;
  return { status, stdout: stdout.join('\n'), stderr: stderr.join('\n') };
}
const explain = (...args: readonly string[]) => seen(explainNotice(args));
const check = (...args: readonly string[]) => seen(checkNotice(args));

/** Runs scripts/<name>.ts as a process of its own, in a far-off time zone. */
function spawn(name: 'notice-explain' | 'notice-check', ...args: string[]): Promise<Seen> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', join('scripts', `${name}.ts`), ...args],
      { cwd: root, env: { ...process.env, TZ: 'America/Los_Angeles' } },
      (error, stdout, stderr) => {
        const status = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ status, stdout, stderr });
      },
    );
  });
}

describe('the commands as processes', { timeout: 60_000 }, () => {
  it('print the whole answer alone on stdout, status 0', async () => {
    const args = [NOTICE, ...CASE, '--level', 'city'];
    const [spawned, called] = await Promise.all([spawn('notice-explain', ...args), explain(...args)]);
    expect(spawned).toEqual({ ...called, stdout: `${called.stdout}\n` });
    expect(JSON.parse(spawned.stdout).deadline.date).toBe('2023-10-11');
  });

  it('end with status 1 for a refused pack', async () => {
    const { status, stdout } = await spawn('notice-check', write('refused.json', '{}'));
    expect([status, stdout.includes('format')]).toEqual([1, true]);
  });

  it('end with status 1 and the usage for a misuse', async () => {
    const { status, stdout, stderr } = await spawn('notice-check');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('用法：npm run -s notice:check');
  });
});

describe('notice:explain', () => {
  it('prints one JSON object with the fields of the notice', async () => {
    const { status, stdout, stderr } = await explain(NOTICE, ...CASE, '--level', 'city', '--old-ca=valid');
    expect([status, stderr]).toEqual([0, '']);
    const said = JSON.parse(stdout);
    expect(said).toMatchObject({
      phase: { id: 'transition', name: '过渡阶段', from: '2023-09-11', until: '2023-10-11' },
      allows: expect.arrayContaining(['unbind-old', 'bind']),
      forbids: [],
      notStated: expect.arrayContaining(['unbind', 'use-new']),
      usable: ['old-ca', 'old-seal'],
      fees: {
        issue: { total: 192, ca: 97, seal: 95, payer: 'finance', cite: '二' },
        replace: { total: 115.2, ca: 58.2, seal: 57, payer: 'free', cite: '二' },
        renew: { total: 115.2, payer: 'finance' },
        reissue: { total: 115.2, payer: 'finance' },
      },
      deadline: { date: '2023-10-11', daysLeft: 21, workingDaysLeft: 12 },
    });
    expect(said.keys).toMatchObject([
      { system: 'sucaiyun', certificates: ['old-ca', 'old-seal'], cite: '三、1' },
      { system: 'changzhou-procurement-management', certificates: ['old-ca', 'old-seal'], cite: '三、2' },
    ]);
    expect(said.obligations[0]).toMatchObject({
      id: 'file-application',
      state: 'overdue',
      due: '2023-09-04',
      soft: false,
      where: '主管预算单位',
      materials: [expect.stringContaining('附件1')],
      cite: '一（二）1',
    });
    expect(said.contacts[0]).toMatchObject({ role: 'ca-vendor', number: '18912397618' });
    expect(said.warnings.length).toBeGreaterThan(0);
  });

  it('has no deadline today, and takes a file with a byte order mark', async () => {
    const file = write('with-mark.json', `\ufeff${JSON.stringify(changzhou)}`);
    const { status, stdout } = await explain(file, '--date', '2026-11-22', '--role', 'supplier');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ deadline: null, phase: { id: 'new-only', until: null } });
  });

  it('speaks English when asked to', async () => {
    const { stdout } = await explain(NOTICE, ...CASE, '--lang', 'en');
    expect(JSON.parse(stdout).phase.name).toBe('Transition');
  });

  it('refuses a broken pack with status 1 and keeps stdout empty', async () => {
    const file = write('no-phases.json', JSON.stringify({ ...changzhou, phases: undefined }));
    const { status, stdout, stderr } = await explain(file, ...CASE);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('phases：没有填写');
  });

  it.each([
    ['no arguments', [], '没有指明通知包文件'],
    ['a missing file', ['nowhere.json', ...CASE], '找不到文件nowhere.json'],
    ['a folder', ['notices', ...CASE], 'notices是文件夹'],
    ['no date', [NOTICE, '--role', 'supplier'], '缺少参数--date'],
    [
      'a day that does not exist',
      [NOTICE, '--date', '2023-02-30', '--role', 'supplier'],
      '日期2023-02-30不可用',
    ],
    ['no role', [NOTICE, '--date', '2023-09-20'], '缺少参数--role'],
    [
      'an unknown role',
      [NOTICE, '--date', '2023-09-20', '--role', 'boss'],
      'budget-unit, supervising-budget-unit',
    ],
    ['an unknown level', [NOTICE, ...CASE, '--level', 'county'], '可用的有：city, district'],
    ['an unknown state', [NOTICE, ...CASE, '--old-ca', 'lost'], '可用的有：valid, expired, none'],
    ['an option without value', [NOTICE, '--role', 'supplier', '--date'], '参数--date后面没有值'],
    ['an option as a value', [NOTICE, '--role', '--date', '2023-09-20'], '参数--role后面没有值'],
    ['an option twice', [NOTICE, ...CASE, '--date', '2023-09-21'], '参数--date写了不止一次'],
    ['an unknown option', [NOTICE, ...CASE, '--colour', 'red'], '不认识的参数--colour'],
    ['two files', [NOTICE, NOTICE, ...CASE], '这里有2个'],
  ])('%s: says so with the usage, status 1', async (_, args, sentence) => {
    const { status, stdout, stderr } = await explain(...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('用法：npm run -s notice:explain');
  });
});

describe('notice:check', () => {
  it('is content with the built-in notice', async () => {
    const { status, stdout, stderr } = await check(NOTICE);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('常财购〔2023〕12号');
  });

  it('names fields it does not know, and takes the pack', async () => {
    const file = write('newer.json', JSON.stringify({ ...changzhou, mood: 'calm' }));
    const { status, stdout } = await check(file);
    expect(status).toBe(0);
    expect(stdout).toContain('- mood');
  });

  it('lists every problem with its path and reason, status 1', async () => {
    const phases = structuredClone(changzhou.phases) as { from?: string; until?: string }[];
    Object.assign(phases[2] ?? {}, { from: '2023-10-11', until: '2023-09-11' });
    const file = write('out-of-order.json', JSON.stringify({ ...changzhou, phases }));
    const { status, stdout } = await check(file);
    expect(status).toBe(1);
    expect(stdout).toContain(
      'phases[2].until：早于开始日期2023-10-11，请核对先后，例如 "from": "2023-09-11", "until": "2023-10-11"。现为 "2023-09-11"',
    );
  });

  it.each([
    ['JSON that breaks off', 'broken.json', '{\n "format": ', '第2行第12列'],
    [
      'an unknown ability',
      'newer-ability.json',
      JSON.stringify({ ...changzhou, requires: ['telepathy'] }),
      'telepathy',
    ],
    ['another format', 'other.json', '{"format":"rebind.notice/9"}', '请先升级Rebind'],
    ['no object', 'list.json', '[]', '应为一个对象'],
  ])('%s: status 1', async (_, name, content, sentence) => {
    const { status, stdout } = await check(write(name, content));
    expect(status).toBe(1);
    expect(stdout).toContain(sentence);
  });

  it('shows the first 50 of very many problems', async () => {
    const warnings = Array.from({ length: 60 }, () => ({}));
    const { stdout } = await check(write('many.json', JSON.stringify({ ...changzhou, warnings })));
    expect(stdout.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(50);
    expect(stdout).toMatch(/还有\d+处/);
  });

  it.each([
    ['an empty file', 'empty.json', '', '是空的'],
    [
      'a file in another encoding',
      'gbk.json',
      new Uint8Array([0x7b, 0xb3, 0xa3, 0xd6, 0xdd, 0x7d]),
      '不是UTF-8文本',
    ],
  ])('%s: status 1', async (_, name, content, sentence) => {
    const { status, stderr } = await check(write(name, content));
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
  });
});
