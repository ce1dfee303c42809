// @vitest-environment jsdom
import { File } from 'node:buffer';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OpenSsl } from '@/lib/certificate/reading/testing/openssl';
// Loaded before, so that no test waits for them.
import './add-files-dialog';
import '@/lib/certificate/reading/read-file';
import { renderPopup, SCHOOL } from './render-popup';

let openssl: OpenSsl;
let certificate: Uint8Array;
let unknown: Uint8Array;

beforeAll(() => {
  openssl = new OpenSsl();
  const subject = '/O=常州市第一中学/CN=张三';
  certificate = openssl.read(`${openssl.make({ subject, key: 'sm2', keyUsage: 'digitalSignature' })}.cer`);
  unknown = openssl.read(`${openssl.make({ subject: '/O=某某公司', issuer: '/O=某某CA' })}.cer`);
}, 60_000);
afterAll(() => openssl.remove());
afterEach(cleanup);

/** Node's own: jsdom's files cannot be read as bytes. */
const file = (name: string, bytes: Uint8Array<ArrayBufferLike> | string) => new File([bytes], name);

async function open() {
  const rendered = renderPopup({ records: { subjects: [SCHOOL] } });
  fireEvent.click(await screen.findByRole('button', { name: '导入证书文件' }));
  const dialog = await screen.findByRole('dialog');
  const give = (...files: File[]) =>
    fireEvent.change(within(dialog).getByLabelText('选择文件', { selector: 'input' }), { target: { files } });
  return { ...rendered, dialog, give };
}

describe('certificates from files', () => {
  it('shows what was read and keeps it only by the person’s yes', async () => {
    const { services, dialog, give } = await open();
    give(file('a.cer', certificate));
    await within(dialog).findByText('常州市第一中学');
    expect(dialog.textContent).toContain('江苏省电子政务证书认证中心');
    expect(services.records.certificates).toEqual([]);

    fireEvent.click(within(dialog).getByRole('button', { name: '保存选中的1张' }));
    await within(dialog).findByText(/已保存：新CA/);
    expect(services.records.certificates).toMatchObject([
      { kind: 'ca', generation: 'new', label: '新CA', validFrom: '2025-12-30', validUntil: '2026-12-29' },
    ]);
    expect(JSON.stringify(services.records.certificates)).not.toContain('常州市第一中学');

    give(file('again.cer', certificate));
    await within(dialog).findByText(/已有这张证书/);
    expect(within(dialog).getByRole('button', { name: '保存选中的0张' })).toHaveProperty('disabled', true);
  });

  it('asks for the generation where the notice does not know the issuer', async () => {
    const { services, dialog, give } = await open();
    give(file('a.cer', unknown));
    await within(dialog).findByText(/通知里没有这个发证方/);
    const save = within(dialog).getByRole('button', { name: '保存选中的1张' });
    expect(save).toHaveProperty('disabled', true);
    fireEvent.click(within(dialog).getByRole('radio', { name: '原' }));
    fireEvent.click(save);
    await within(dialog).findByText(/已保存/);
    expect(services.records.certificates).toMatchObject([{ generation: 'old' }]);
  });

  it('says file by file what could not be read, and keeps what could', async () => {
    const { dialog, give } = await open();
    give(file('a.pfx', 'secret'), file('b.cer', 'nonsense'), file('c.cer', certificate));
    await within(dialog).findByText(/含有私钥/);
    expect(dialog.textContent).toContain('文件里没有找到证书');
    expect(within(dialog).getByText('常州市第一中学')).toBeTruthy();
  });

  it('offers the full page, since a popup may close', async () => {
    const { services, dialog } = await open();
    fireEvent.click(within(dialog).getByRole('button', { name: '整页导入' }));
    expect(services.calls).toContain('add files');
  });

  it('says what to do where writing fails, and keeps the offer', async () => {
    const { services, dialog, give } = await open();
    give(file('a.cer', certificate));
    services.failWrites('quota');
    fireEvent.click(await within(dialog).findByRole('button', { name: '保存选中的1张' }));
    await within(dialog).findByText(/磁盘空间不足/);
    expect(within(dialog).getByRole('button', { name: '保存选中的1张' })).toBeTruthy();
  });

  it('takes two years of one key from files of one name, and says what follows and what was renewed', async () => {
    const subject = '/O=常州市第一中学/CN=张三';
    const later = openssl.make({ subject, from: '261219160000Z', until: '271229155959Z' });
    const { services, dialog, give } = await open();
    // The later one first: the order of the files is nobody's choice.
    give(file('a.cer', openssl.read(`${later}.cer`)), file('a.cer', certificate), file('a.cer', 'x'));
    fireEvent.click(await within(dialog).findByRole('button', { name: '保存选中的2张' }));
    await within(dialog).findAllByText(/已保存：新CA/);
    expect(services.records.certificates.map(({ validUntil }) => validUntil)).toEqual([
      '2026-12-29',
      '2027-12-29',
    ]);
    expect([...dialog.querySelectorAll('[data-bind-again]')].map((line) => line.textContent)).toEqual([
      expect.stringContaining('绑定'),
    ]);
    expect(dialog.querySelectorAll('[data-file="a.cer"]')).toHaveLength(3);
    fireEvent.click(within(dialog).getByRole('button', { name: '看重新绑定的步骤' }));
    expect(services.calls).toContainEqual(expect.stringMatching(/^guide of /));
  });
});
