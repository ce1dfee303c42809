/** Certificates of every kind, made by OpenSSL 3.0 in a folder that is removed afterwards. Tests only. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Wanted {
  /** `/O=…/CN=…`, UTF-8. */
  readonly subject: string;
  readonly key?: 'rsa' | 'ec' | 'sm2';
  /** `YYMMDDHHMMSSZ`, or with four digits for the year. */
  readonly from?: string;
  readonly until?: string;
  /** As in OpenSSL's `keyUsage =`. */
  readonly keyUsage?: string;
  /** Lines of OpenSSL's section of extensions, beside `keyUsage`. */
  readonly extensions?: readonly string[];
  /** OpenSSL's `string_mask`; MASK:2048 writes BMPString. */
  readonly mask?: string;
  /** The issuer's own subject; the certificate is signed by it. */
  readonly issuer?: string;
}

export class OpenSsl {
  readonly #folder = mkdtempSync(join(tmpdir(), 'rebind-certificates-'));
  #made = 0;

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  path(name: string): string {
    return join(this.#folder, name);
  }

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  read(name: string): Uint8Array {
    return new Uint8Array(readFileSync(this.path(name)));
  }

  /** Runs `openssl …` in the folder. Throws with its words where it fails. */
  run(...args: readonly string[]): string {
    return execFileSync('openssl', [...args], { cwd: this.#folder, encoding: 'utf8', stdio: 'pipe' });
  }

  /** One certificate as PEM in the folder; its name without ending is the answer (`.pem`, `.key`, `.cer`). */
  make(wanted: Wanted): string {
    this.#made += 1;
    const name = `made-${this.#made}`;
    this.#prepare();
    this.#key(name, wanted.key ?? 'ec');
    this.write(`${name}.cnf`, this.#config(wanted));
    const issuer = this.#issuer(wanted.issuer ?? '/O=江苏省电子政务证书认证中心/CN=Test CA');
    const digest = wanted.key === 'sm2' ? ['-sm3', '-sigopt', 'distid:1234567812345678'] : ['-sha256'];
    const { subject } = wanted;
    this.run(
      ...['req', '-new', '-key', `${name}.key`, '-config', `${name}.cnf`, '-utf8', '-subj', subject],
      ...[...digest, '-out', `${name}.csr`],
    );
    this.run(
      ...['ca', '-batch', '-notext', '-config', `${name}.cnf`, '-utf8', '-preserveDN', '-in', `${name}.csr`],
      ...['-cert', `${issuer}.pem`, '-keyfile', `${issuer}.key`, '-md', 'sha256', '-out', `${name}.pem`],
      ...['-startdate', wanted.from ?? '251229160000Z', '-enddate', wanted.until ?? '261229155959Z'],
      ...(wanted.key === 'sm2' ? ['-vfyopt', 'distid:1234567812345678'] : []),
    );
    this.run('x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.cer`);
    return name;
  }

  /** What OpenSSL says of a file's dates, as ISO 8601; null where it reads none. */
  dates(path: string): { notBefore: string; notAfter: string } | null {
    try {
      const said = this.run(
        'x509',
        '-inform',
        'DER',
        '-in',
        path,
        '-noout',
        '-dates',
        '-dateopt',
        'iso_8601',
      );
      const [, before = '', after = ''] = /notBefore=(.+)\nnotAfter=(.+)/.exec(said) ?? [];
      return { notBefore: before.replace(' ', 'T'), notAfter: after.replace(' ', 'T') };
    } catch {
      return null;
    }
  }

  #prepare(): void {
    this.write('index.txt', '');
    this.write('serial', `${(0x10_00_00 + this.#made).toString(16)}\n`);
  }

  #key(name: string, kind: NonNullable<Wanted['key']>): void {
    const out = ['-out', `${name}.key`];
    if (kind === 'rsa') this.run('genrsa', ...out, '2048');
    else this.run('ecparam', '-name', kind === 'sm2' ? 'SM2' : 'prime256v1', '-genkey', '-noout', ...out);
  }

  #issuers = new Map<string, string>();

  #issuer(subject: string): string {
    const known = this.#issuers.get(subject);
    if (known) return known;
    const name = `issuer-${this.#issuers.size + 1}`;
    this.#key(name, 'ec');
    this.run(
      ...['req', '-x509', '-new', '-key', `${name}.key`, '-utf8', '-subj', subject],
      ...['-days', '9000', '-out', `${name}.pem`],
    );
    this.#issuers.set(subject, name);
    return name;
  }

  #config({ keyUsage, mask, extensions = [] }: Wanted): string {
    return [
      '[req]',
      'distinguished_name = dn',
      'prompt = no',
      `string_mask = ${mask ?? 'utf8only'}`,
      '[dn]',
      '[ca]',
      'default_ca = one',
      '[one]',
      'database = index.txt',
      'serial = serial',
      'new_certs_dir = .',
      'policy = any',
      'unique_subject = no',
      'email_in_dn = yes',
      'default_md = sha256',
      ...(keyUsage ? ['x509_extensions = ext'] : []),
      '[any]',
      // `ca` keeps the whole name of the request with -preserveDN, but asks for a policy all the same.
      'commonName = optional',
      '[ext]',
      `keyUsage = critical, ${keyUsage ?? 'digitalSignature'}`,
      ...extensions,
      '',
    ].join('\n');
  }
}
