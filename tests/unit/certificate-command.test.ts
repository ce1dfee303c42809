import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OpenSsl } from '@/lib/certificate/reading/testing/openssl';
import { readCertificates } from '@/scripts/certificate/read';

const root = fileURLToPath(new URL('../..', import.meta.url));
let openssl: OpenSsl;
let file = '';

beforeAll(() => {
  openssl = new OpenSsl();
  file = openssl.path(`${openssl.make({ subject: '/O=常州市第一中学/CN=张三', key: 'sm2' })}.cer`);
}, 60_000);
afterAll(() => openssl.remove());

const lines = (stdout: readonly string[]) => stdout.map((line) => JSON.parse(line));

describe('cert:read', () => {
  it('answers a JSON line for each file, in order, and 1 where one had an error', async () => {
    const broken = openssl.write('broken.cer', 'nothing');
    const { status, stdout } = await readCertificates([file, broken, openssl.path('none.cer')]);
    expect(status).toBe(1);
    expect(lines(stdout)).toEqual([
      {
        file,
        certificates: [
          expect.objectContaining({
            subject: { O: '常州市第一中学', CN: '张三' },
            algorithm: 'SM2',
            notAfterShanghai: '2026-12-29T23:59:59+08:00',
          }),
        ],
        warnings: [],
      },
      { file: broken, certificates: [], warnings: [], error: expect.stringContaining('没有找到证书') },
      {
        file: openssl.path('none.cer'),
        certificates: [],
        warnings: [],
        error: expect.stringContaining('打不开'),
      },
    ]);
  });

  it('prints nothing of a private key, and a warning', async () => {
    const { status, stdout } = await readCertificates([file.replace('.cer', '.key')]);
    expect(status).toBe(1);
    expect(lines(stdout)).toMatchObject([{ certificates: [], warnings: [expect.stringContaining('私钥')] }]);
  });

  it('explains itself in either language where no file is named', async () => {
    expect(await readCertificates([])).toMatchObject({
      status: 1,
      stderr: [expect.stringContaining('用法')],
    });
    expect(await readCertificates(['--lang', 'en'])).toMatchObject({
      status: 1,
      stderr: [expect.stringContaining('Usage')],
    });
  });

  it('runs as npm starts it, from any folder', async () => {
    const [status, stdout] = await new Promise<[number, string]>((resolve) => {
      execFile(
        process.execPath,
        [`${root}scripts/run.mjs`, 'cert-read', file.slice(file.lastIndexOf('/') + 1)],
        { cwd: openssl.path('') },
        (error, out) => resolve([Number(error?.code ?? 0), out]),
      );
    });
    expect(status).toBe(0);
    expect(lines(stdout.trim().split('\n'))).toHaveLength(1);
  }, 60_000);
});
