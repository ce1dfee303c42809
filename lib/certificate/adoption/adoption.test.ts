import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CertificateDetails } from '@/lib/certificate/details';
import type { CertificateRole, NameAttribute, ReadCertificate } from '@/lib/certificate/reading/model';
import type { TrackedCertificate } from '@/lib/certificate/status';
import { certificateStatus } from '@/lib/certificate/status';
import { isCreditCode, plainCode } from '@/lib/certificate/unit-code';
import { builtinPack } from '@/lib/notice/builtin';
import { examplePacks } from '@/lib/notice/testing/examples';
import { adopt } from './adopt';
import { type Candidate, findCandidates, relationOf } from './candidate';
import { findUnit } from './find-unit';
import { matchIssuer } from './match-issuer';
import { pairCertificates } from './pair';

const attribute = (name: string, value: string): NameAttribute => ({ oid: name, name, value });
const bytes = (text: string) => new TextEncoder().encode(text);
/** Stands for SHA-256: what matters is that equal bytes give equal digests. */
const digest = async (value: Uint8Array) => new TextDecoder().decode(value);

function read(over: {
  readonly subject?: string;
  readonly serial?: string;
  readonly key?: string;
  readonly role?: CertificateRole;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly issuer?: string;
}): ReadCertificate {
  const { subject = '常州市第一中学', serial = '01', key = 'k1', role = 'both' } = over;
  return {
    subject: [attribute('O', subject)],
    issuer: [attribute('O', over.issuer ?? '江苏省电子政务证书认证中心')],
    extensionTexts: [],
    serial,
    notBefore: over.notBefore ?? '2025-12-29T16:00:00Z',
    notAfter: over.notAfter ?? '2026-12-29T15:59:59Z',
    algorithm: 'SM2',
    keyUsage: [],
    role,
    raw: { subject: bytes(subject), publicKey: bytes(key) },
  };
}

const candidatesOf = (...all: readonly ReadCertificate[]) =>
  findCandidates(all, builtinPack.certificates, 'Asia/Shanghai', digest);
async function candidate(over: Parameters<typeof read>[0] = {}): Promise<Candidate> {
  const [only] = await candidatesOf(read(over));
  if (!only) throw new Error('no candidate');
  return only;
}

describe('findUnit', () => {
  it('knows a right code from a wrong one', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
  });

  it.each([
    ['O', 'CN'],
    ['CN', 'O'],
    ['OU', 'CN'],
    ['givenName', 'CN'],
    ['member', 'CN'],
  ])('finds the name in %s, with a person in %s', (unit, person) => {
    const found = findUnit([
      attribute('C', 'CN'),
      attribute(unit, '常州市第一中学'),
      attribute(person, '张三丰'),
    ]);
    expect(found.names).toEqual(['常州市第一中学']);
    expect(found.persons).toEqual(['张三丰']);
  });

  it.each(['SN', '1.2.156.10260.4.1.4', '1.2.86.11.7.1.8'])(
    'finds a code in %s, a field of the CA',
    (name) => {
      const found = findUnit([attribute('O', '某某有限公司'), attribute(name, '91350100M000100Y43')]);
      expect(found.codes).toEqual(['91350100M000100Y43']);
    },
  );

  it.each(['serialNumber', 'member', 'givenName', 'OU', 'CN'])(
    'finds a code in %s, beside other text',
    (name) => {
      const found = findUnit([attribute('O', '甲'), attribute(name, '某某有限公司@91350100M000100Y43')]);
      expect(found.codes).toEqual(['91350100M000100Y43']);
      expect(found.names).toEqual(['某某有限公司']);
    },
  );

  it.each([
    '11320400-014109381P',
    '11320400 014109381P',
    '11320400—01410938-1P',
    '1132 0400 0141 0938 1P',
    '１１３２０４００－０１４１０９３８１Ｐ',
    '11320400014109381p',
    '常州市某某局 11320400-014109381P',
    '1 11320400-014109381P 8888',
  ])('finds the one code in %s', (text) => {
    const found = findUnit([attribute('O', '常州市某某局'), attribute('serialNumber', text)]);
    expect(found.codes).toEqual(['11320400014109381P']);
  });

  it('finds an organisation code with its hyphen or without, and no telephone number', () => {
    for (const text of ['01410938-1', '014109381', '０１４１０９３８－１']) {
      expect(findUnit([attribute('OU', text)]).codes).toEqual(['014109381']);
    }
    expect(findUnit([attribute('OU', '0519 85681 829')]).codes).toEqual([]);
    expect(plainCode('0519-85681829')).toBeNull();
  });

  it('takes no ID number for a code, not even one whose check digit fits, and keeps none', () => {
    const found = findUnit([attribute('serialNumber', '320402199001011234'), attribute('CN', '张三')]);
    expect(found.codes).toEqual([]);
    expect(JSON.stringify(found)).not.toContain('320402199001011234');
  });

  it.each(['title', 'description', '1.2.156.10260.4.1.3', 'unstructuredName'])(
    'finds a name in %s, where nobody expects it, and no place',
    (name) => {
      const found = findUnit([attribute('L', '武进区中心街道'), attribute(name, '常州市武进区某某街道')]);
      expect(found.names).toEqual(['常州市武进区某某街道']);
    },
  );

  it.each(['JJ91350100M000100Y43', 'ZZ91350100M000100Y43', '1@5009ZZ091350100M000100Y43'])(
    'finds the code in %s, behind the letters of its kind',
    (text) => {
      expect(findUnit([attribute('UID', text)]).codes).toEqual(['91350100M000100Y43']);
    },
  );

  it('takes the ID number behind such letters for no code', () => {
    expect(JSON.stringify(findUnit([attribute('UID', '1@5009SF0320402199001011234')]).codes)).toBe('[]');
  });

  it('names nothing where nothing is told apart', () => {
    expect(findUnit([attribute('CN', 'abc'), attribute('O', '123')]).names).toEqual([]);
  });
});

describe('matchIssuer', () => {
  const match = (issuer: string) => matchIssuer(builtinPack.certificates, [attribute('CN', issuer)])?.id;

  it.each([
    ['江苏省电子政务证书认证中心', 'new-ca'],
    ['江苏省电子政务证书认证中心 SM2 根', 'new-ca'],
    ['国信CA', 'old-ca'],
    ['江苏国信ｃａ有限公司', 'old-ca'],
    ['某某CA', undefined],
    ['国信 江苏省电子政务证书认证中心', undefined],
    ['国信数字证书认证中心', 'old-ca'],
    ['江苏省国信电子认证服务有限公司（常州市）', 'old-ca'],
    ['国信CA SM2 Root G2', 'old-ca'],
    ['国信CA企业用户子CA（RSA2048）', 'old-ca'],
    ['江苏省电子政务证书认证中心(SM2)', 'new-ca'],
    ['非国信CA', undefined],
    ['非 国信CA', undefined],
    ['「非国信」CA', undefined],
    ['非江苏省电子政务证书认证中心', undefined],
    ['中电国信网络安全有限公司', undefined],
    ['国信证券股份有限公司', undefined],
    ['国信安科技有限公司', undefined],
    ['某某公司（国信CA代理）', undefined],
    ['原国信CA', undefined],
    ['测试国信CA', undefined],
    ['国信CA测试根', undefined],
    ['国信CAB', undefined],
    ['江苏省电子政务证书认证中心下属某公司', undefined],
    ['方正国际软件（北京）有限公司', 'new-seal'],
    ['方正国际软件学院', undefined],
  ])('%s is %s', (issuer, id) => {
    expect(match(issuer)).toBe(id);
  });

  it('looks at the name the issuer goes by, and not at departments, products and customers', () => {
    const of = (...issuer: readonly (readonly [string, string])[]) =>
      matchIssuer(
        builtinPack.certificates,
        issuer.map(([name, value]) => attribute(name, value)),
      )?.id;
    expect(of(['O', '某某认证有限公司'], ['OU', '国信CA'], ['CN', '某某CA'])).toBeUndefined();
    expect(of(['OU', '江苏省电子政务证书认证中心'])).toBeUndefined();
    expect(of(['O', '国信CA'], ['CN', '国信CA签发三十二号机'])).toBe('old-ca');
    expect(of(['O', '国信CA'], ['CN', '江苏省电子政务证书认证中心交叉证书'])).toBeUndefined();
  });

  it('knows the issuer that each pack names, by its own phrases', () => {
    for (const pack of [builtinPack, ...Object.values(examplePacks)]) {
      for (const { issuer, kind, generation, issuerPhrases } of pack.certificates) {
        if (issuer === undefined || issuerPhrases.length === 0) continue;
        const found = matchIssuer(pack.certificates, [attribute('O', issuer.zh)]);
        expect([pack.id, found?.kind, found?.generation]).toEqual([pack.id, kind, generation]);
      }
    }
  });

  it('answers in bounded time whatever an issuer is called', () => {
    const started = performance.now();
    for (const piece of ['省市', '电子数字', '（', '江苏', 'ca', '国信', '常州市'])
      match(`国信${piece.repeat(2_000)}甲`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('pairCertificates', () => {
  const signature = read({ role: 'signature', serial: '0A', key: 's' });
  const encryption = read({ role: 'encryption', serial: '0B', key: 'e' });

  it('puts signature and encryption together, whichever file came first', () => {
    expect(pairCertificates([encryption, signature])).toEqual([[signature, encryption]]);
  });

  it('whatever encoding and order their names are in', () => {
    const names = [attribute('C', 'CN'), attribute('O', '常州市（第一）中学')];
    const turned = [attribute('O', '常州市(第一)中学'), attribute('C', 'cn')];
    const one = { ...signature, subject: names };
    const other = { ...encryption, subject: turned, raw: { ...encryption.raw, subject: bytes('BMP') } };
    expect(pairCertificates([other, one])).toEqual([[one, other]]);
  });

  it('keeps years, subjects and issuers apart', () => {
    for (const other of [
      read({ role: 'encryption', notAfter: '2027-12-29T15:59:59Z' }),
      read({ role: 'encryption', subject: '别的单位' }),
      read({ role: 'encryption', issuer: '国信CA' }),
    ]) {
      expect(pairCertificates([signature, other])).toHaveLength(2);
    }
  });

  it('loses none and uses none twice', () => {
    const any = fc.record({
      role: fc.constantFrom<CertificateRole>('signature', 'encryption', 'both'),
      subject: fc.constantFrom('甲', '乙'),
      days: fc.nat(60),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (list) => {
        const all = list.map(({ role, subject, days }, at) => {
          const notAfter = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().replace('.000Z', 'Z');
          return read({ role, subject, notAfter, serial: `0${at}` });
        });
        const paired = pairCertificates(all).flat();
        expect(new Set(paired).size).toBe(all.length);
        expect(paired).toHaveLength(all.length);
      }),
    );
  });
});

describe('findCandidates', () => {
  it('counts the days in Shanghai, of a pair those on which both are valid', async () => {
    const [pair, ...rest] = await candidatesOf(
      read({ role: 'signature', serial: '0A', key: 's' }),
      read({
        role: 'encryption',
        serial: '0B',
        key: 'e',
        notBefore: '2026-01-01T00:00:00Z',
        notAfter: '2026-12-28T15:59:59Z',
      }),
    );
    expect(rest).toEqual([]);
    expect(pair).toMatchObject({
      validFrom: '2026-01-01',
      validUntil: '2026-12-28',
      known: { id: 'new-ca' },
    });
    expect(pair?.reading.parts.map(({ role }) => role)).toEqual(['signature', 'encryption']);
  });

  it.each([
    ['2026-12-31T16:00:00Z', '2026-12-31'],
    ['2026-12-31T16:00:01Z', '2027-01-01'],
    ['2026-12-31T15:59:59Z', '2026-12-31'],
    ['2026-12-31T02:15:00Z', '2026-12-31'],
  ])('of what ends at %s the last day is %s', async (notAfter, validUntil) => {
    const [only] = await candidatesOf(read({ notAfter }));
    expect(only?.validUntil).toBe(validUntil);
  });

  it('names the holder by either of the pair and by extensions, never by the issuer', async () => {
    const issuer = '江苏省电子政务证书认证中心';
    const subject = [attribute('O', issuer), attribute('CN', '张三')];
    const one = { ...read({ role: 'signature', serial: '0A', key: 's' }), subject };
    const other = { ...read({ role: 'encryption', serial: '0B', key: 'e' }), subject };
    const extensionTexts = [
      attribute('1.2.86.11.7.1.8', '某某有限公司'),
      attribute('x', '91350100M000100Y43'),
    ];
    const [pair] = await candidatesOf(one, { ...other, extensionTexts });
    expect(pair?.unit).toEqual({ names: ['某某有限公司'], persons: ['张三'], codes: ['91350100M000100Y43'] });
  });

  it('takes one from two files once, and no issuer', async () => {
    const issuer = { ...read({ serial: 'FF' }), keyUsage: ['keyCertSign'] as const };
    expect(await candidatesOf(read({}), read({}), issuer)).toHaveLength(1);
  });
});

type Row = TrackedCertificate & { readonly createdAt: string; readonly details: CertificateDetails | null };

describe('keeping', () => {
  const chosen = { kind: 'ca', generation: 'new' } as const;
  const decided = { ...chosen, newId: 'n', at: '2026-11-25T00:00:00.000Z', subject: 's', label: '新CA' };
  const typed: Row = {
    id: 't',
    subject: 's',
    ...chosen,
    label: '主锁',
    holder: null,
    validFrom: null,
    validUntil: '2026-12-29',
    createdAt: '2026-01-01T00:00:00.000Z',
    details: null,
  };
  async function keep(over: Parameters<typeof read>[0], rows: readonly Row[], label = '新CA') {
    const found = await candidate(over);
    const relation = relationOf(found, chosen, rows);
    return { relation, row: adopt(found, relation, { ...decided, label }) };
  }

  it('makes a row of what is new, without the name in the certificate', async () => {
    const { relation, row } = await keep({}, []);
    expect(relation.kind).toBe('new');
    expect(row).toMatchObject({ id: 'n', validFrom: '2025-12-30', validUntil: '2026-12-29', holder: null });
    expect(row.details?.history).toMatchObject([{ kind: 'added', by: 'file' }]);
  });

  it('completes what was typed by hand and keeps its id and notes', async () => {
    const { relation, row } = await keep({}, [typed], '主锁');
    expect(relation.kind).toBe('typed');
    expect(row).toMatchObject({
      id: 't',
      createdAt: typed.createdAt,
      validFrom: '2025-12-30',
      label: '主锁',
    });
    expect(row.details?.reading?.parts).toMatchObject([{ serial: '01' }]);
  });

  it('knows the same certificate again', async () => {
    const { row } = await keep({}, []);
    expect(relationOf(await candidate(), chosen, [row]).kind).toBe('same');
  });

  it.each([
    ['a new key', { serial: '02', key: 'k2' }, true],
    ['a new serial on the same key', { serial: '02' }, false],
  ])('says of a later one with %s whether it must be bound again', async (_, over, newKey) => {
    const first = await keep({}, []);
    const later = { ...over, notBefore: '2026-11-19T16:00:00Z', notAfter: '2027-12-29T15:59:59Z' };
    const { relation, row } = await keep(later, [first.row]);
    expect(relation).toMatchObject({ kind: 'successor', newKey });
    // Its own row, and the earlier one is superseded by rule.
    expect(row.id).toBe('n');
    const successor = { ...row, id: 'later' };
    expect(certificateStatus(first.row, [first.row, successor], '2026-11-25').kind).toBe('superseded');
    expect(row.details?.bindings).toEqual([]);
  });

  it('takes an earlier one, read later, for no successor: nothing must be bound again for it', async () => {
    const first = await keep({}, []);
    const earlier = await candidate({
      ...{ serial: '00', key: 'k0' },
      ...{ notBefore: '2024-12-29T16:00:00Z', notAfter: '2025-12-29T15:59:59Z' },
    });
    expect(relationOf(earlier, chosen, [first.row]).kind).toBe('new');
  });

  it('knows the holder again in another encoding, and in a row that was kept by the encoding', async () => {
    const first = await keep({}, []);
    const later = read({ serial: '02', key: 'k2', notAfter: '2027-12-29T15:59:59Z' });
    const subject = [attribute('O', ' 常州市第一中学')];
    const [other] = await candidatesOf({ ...later, subject, raw: { ...later.raw, subject: bytes('BMP') } });
    if (!other) throw new Error('no candidate');
    expect(relationOf(other, chosen, [first.row])).toMatchObject({ kind: 'successor', newKey: true });
    const details = first.row.details;
    if (!details?.reading) throw new Error('no reading');
    const before = { ...first.row, details: { ...details, reading: { ...details.reading, subject: 'BMP' } } };
    expect(relationOf(other, chosen, [before])).toMatchObject({ kind: 'successor' });
  });

  it('knows the holder again whose code has a hyphen in the one file and not in the other', async () => {
    const of = async (code: string, over: Parameters<typeof read>[0]) => {
      const one = read(over);
      const subject = [...one.subject, attribute('serialNumber', code)];
      const [found] = await candidatesOf({ ...one, subject, raw: { ...one.raw, subject: bytes(code) } });
      if (!found) throw new Error('no candidate');
      return found;
    };
    const first = await of('11320400014109381P', {});
    const row = adopt(first, relationOf(first, chosen, []), decided);
    const later = { serial: '02', key: 'k2', notAfter: '2027-12-29T15:59:59Z' };
    for (const code of ['11320400-014109381P', '１１３２０４００ ０１４１０９３８１Ｐ']) {
      expect(relationOf(await of(code, later), chosen, [row]).kind).toBe('successor');
    }
    expect(relationOf(await of('12320400466001232L', later), chosen, [row]).kind).toBe('new');
  });

  it('takes no other holder for the same', async () => {
    const first = await keep({}, []);
    const other = await candidate({
      subject: '别的单位',
      serial: '02',
      key: 'k2',
      notAfter: '2027-12-29T15:59:59Z',
    });
    expect(relationOf(other, chosen, [first.row]).kind).toBe('new');
  });
});
