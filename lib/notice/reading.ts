/**
 * The whole notice as its readers need it: by section, a line each, every fact with its clause. What the page
 * "通知" shows and `notice:explain --format text` prints. Pure.
 */
import { type Text, textIn } from '@/lib/locale/text';
import { fits, isValidOn } from './condition';
import { isWithin } from './days';
import { explain } from './explain';
import { ACTIONS, type NoticeCase, type RuleAnswer } from './explanation';
import type { NoticePack, Post } from './model';
import { phasesFor } from './phases';
import { readDuties } from './reading-duties';
import { readFees } from './reading-fees';
import type { Reading, ReadingLine } from './reading-line';
import { readMaterials } from './reading-materials';
import { closesOf, opensOf } from './renewals';
import { sayCode, sayDay, sayDays, sayLead, saySpan, type Voice } from './say-value';

export const SECTIONS = [
  'about',
  'timeline',
  'today',
  'todo',
  'materials',
  'fees',
  'keys',
  'renewals',
  'contacts',
  'places',
  'warnings',
  'silences',
] as const;
export type SectionId = (typeof SECTIONS)[number];

export interface ReadingSection {
  readonly id: SectionId;
  readonly title: string;
  readonly lines: readonly ReadingLine[];
}

const line = (text: string, cite: string | null = null): ReadingLine => ({ text, cite });

function readAbout(reading: Reading): readonly ReadingLine[] {
  const { pack, told, voice, say } = reading;
  const { t } = voice;
  const { source } = pack;
  const published = sayDay(pack.publishedOn, voice);
  return [
    line(say(pack.title)),
    line(
      t('noticeWords.reading.number', {
        number: pack.documentNumber,
        issuer: say(pack.issuer),
        signed: sayDay(pack.signedOn, voice),
        published,
      }),
    ),
    line(t('noticeWords.reading.region', { region: say(pack.region) })),
    ...pack.restsOn.map(({ title, documentNumber }) =>
      line(
        t('noticeWords.reading.restsOn', {
          title: say(title),
          number:
            documentNumber === undefined ? '' : t('noticeWords.difference.clause', { cite: documentNumber }),
        }),
      ),
    ),
    line(
      source === undefined
        ? t('noticeWords.reading.noSource')
        : t('noticeWords.reading.source', { url: source, host: new URL(source).host }),
    ),
    ...(told.notices ?? []).map(({ part, force, documentNumber: number, publishedOn }) =>
      line(
        part === 'followed' && force && force !== 'in-force'
          ? t(force === 'lapsed' ? 'noticeWords.reading.lapsed' : 'noticeWords.reading.notYet', { number })
          : t(`noticeWords.reading.${part}`, { number, published: sayDay(publishedOn, voice) }),
      ),
    ),
    ...(pack.following?.amendments ?? []).map(({ text, cite }) =>
      line(t('noticeWords.reading.change', { text: say(text) }), cite),
    ),
    ...readDuty(reading),
  ];
}

/** Whether this audience has to do anything; nothing is said of it where the notice does not hold. */
function readDuty({ pack, told, voice, say }: Reading): readonly ReadingLine[] {
  const { t } = voice;
  const audience = sayCode(told.audience, voice) ?? told.audience;
  const stated = pack.audiences.find(({ id }) => id === told.audience);
  const note = stated?.note && say(stated.note);
  if (isLapsed(pack)) return [];
  return [
    told.duty === 'nothing'
      ? line(
          note
            ? t('noticeWords.reading.nothing', { audience, note })
            : t('noticeWords.reading.nothingPlain', { audience }),
          stated?.cite ?? null,
        )
      : told.named
        ? line(
            t('noticeWords.reading.named', {
              audience,
              duty: sayCode(told.duty ?? 'not-stated', voice) ?? '',
            }),
            stated?.cite ?? null,
          )
        : line(t('noticeWords.reading.notNamed', { audience }), stated?.cite ?? null),
  ];
}

function readTimeline({ pack, asked, told, voice, say }: Reading): readonly ReadingLine[] {
  const { t } = voice;
  const { today, audience } = asked;
  const phases = phasesFor(pack, audience, asked.level);
  const mark = (span: { readonly from?: string | undefined; readonly until?: string | undefined }) =>
    isWithin(today, span) ? t('noticeWords.reading.now') : '';
  const { deadline } = told;
  const { makeUp } = deadline ?? {};
  const next =
    deadline &&
    t(deadline.workingDaysLeft === null ? 'noticeWords.reading.next' : 'noticeWords.reading.nextWorking', {
      date: sayDay(deadline.date, voice),
      days: deadline.daysLeft,
      working: deadline.workingDaysLeft ?? 0,
      what: makeUp
        ? t('noticeWords.reading.missed', { what: say(deadline.what), span: sayDays(makeUp, voice) })
        : say(deadline.what),
    });
  return [
    ...(phases.length === 0 ? [line(t('noticeWords.reading.noPhases'))] : []),
    ...phases.flatMap((phase) => {
      const inner = pack.phases.filter(
        ({ within, audiences }) => within === phase.id && (audiences?.includes(audience) ?? true),
      );
      const words = (each: typeof phase) => ({
        mark: mark(each),
        name: say(each.name),
        span: saySpan(each, voice),
        text: say(each.text),
      });
      return [
        line(t('noticeWords.reading.phase', words(phase)), phase.cite),
        ...inner.map((each) => ({
          ...line(t('noticeWords.reading.window', words(each)), each.cite),
          under: true,
        })),
      ];
    }),
    ...pack.batches
      .filter(({ id }) => asked.batch === undefined || id === asked.batch)
      .map((batch) =>
        line(
          t('noticeWords.reading.batch', {
            name: say(batch.name),
            span: saySpan(batch, voice),
            units: [...(batch.who ? [say(batch.who)] : []), ...batch.units].join(
              t('noticeWords.difference.between'),
            ),
          }),
          batch.cite,
        ),
      ),
    ...(next && deadline ? [line(next, deadline.cite)] : []),
  ];
}

/** What is handed in, how long it takes, and whom to ask. */
function readApplication(
  { materials, wait, contact }: NonNullable<RuleAnswer['byApplication']>,
  { told, voice, say }: Reading,
  cite: string | null,
): readonly ReadingLine[] {
  const { t } = voice;
  const who = told.contacts.find(({ role }) => role === contact);
  const parts = [
    ...(materials.length > 0
      ? [
          t('noticeWords.reading.application', {
            materials: materials.map(say).join(t('noticeWords.difference.between')),
          }),
        ]
      : []),
    ...(wait ? [t('noticeWords.reading.applicationWait', { wait: sayLead(wait, voice) })] : []),
    ...(who ? [t('noticeWords.reading.applicationAsk', { who: say(who.name), number: who.number })] : []),
  ];
  if (parts.length === 0) return [];
  return [{ ...line(parts.join(t('noticeWords.reading.postBetween')), cite), under: true }];
}

function readToday(reading: Reading): readonly ReadingLine[] {
  const { told, voice, say } = reading;
  const { t } = voice;
  return ACTIONS.flatMap((action) => {
    const rule = told.rules?.find((each) => each.action === action);
    const name = sayCode(action, voice) ?? action;
    if (!rule?.text) return [line(t('noticeWords.reading.ruleSilent', { action: name }), rule?.cite ?? null)];
    const verdict = sayCode(rule.verdict, voice) ?? rule.verdict;
    const inferred = rule.basis === 'inferred' ? t('noticeWords.reading.inferred') : '';
    const rest = { action: name, text: say(rule.text) + inferred };
    const isApplied = rule.byApplication !== undefined && rule.verdict === 'allows';
    const said = rule.conditional
      ? t('noticeWords.reading.ruleMay', rest)
      : isApplied
        ? t('noticeWords.reading.ruleApplied', rest)
        : t('noticeWords.reading.rule', { verdict, ...rest });
    if (!rule.byApplication) return [line(said, rule.cite)];
    return [line(said, rule.cite), ...readApplication(rule.byApplication, reading, rule.cite)];
  });
}

function readKeys({ pack, asked, told, voice, say }: Reading): readonly ReadingLine[] {
  const { t } = voice;
  const named = (id: string, name: Text) => {
    const look = pack.certificates.find((each) => each.id === id)?.look;
    const described = look?.description ?? look?.colour ?? look?.label;
    return described ? t('noticeWords.reading.look', { name: say(name), look: say(described) }) : say(name);
  };
  const keys = told.keys.map((key) => {
    const system = say(key.systemName);
    const names = key.certificates.map((id, at) => named(id, key.certificateNames[at] ?? { zh: id }));
    const said =
      names.length === 0
        ? t('noticeWords.reading.keyUnstated', { system })
        : t('noticeWords.reading.key', { system, keys: names.join(t('noticeWords.difference.between')) });
    return line(
      key.note ? t('noticeWords.reading.keyNote', { key: said, note: say(key.note) }) : said,
      key.cite,
    );
  });
  const counts = pack.keyCounts
    .filter((each) => fits(each.when, asked) !== 'no' && isValidOn(each, asked.today))
    .map((each) => line(say(each.text), each.cite));
  const kept = pack.certificates.flatMap((certificate) =>
    (certificate.keep ?? [])
      .filter((each) => each.must && fits(each.when, asked) !== 'no' && isValidOn(each, asked.today))
      .map((each) =>
        line(
          t('noticeWords.reading.keepOld', { name: say(certificate.name), why: say(each.why) }),
          each.cite,
        ),
      ),
  );
  return [...keys, ...counts, ...kept];
}

function readRenewals({ pack, asked, voice, say }: Reading): readonly ReadingLine[] {
  return (pack.renewals ?? [])
    .filter((each) => fits(each.when, asked) !== 'no' && isValidOn(each, asked.today))
    .flatMap((each) =>
      each.certificates.map((id) => {
        const certificate = pack.certificates.find((one) => one.id === id);
        const closes = closesOf(each);
        const until = each.graceAfter
          ? voice.t('noticeWords.reading.renewalLate', { lead: sayLead(each.graceAfter, voice) })
          : closes.count === 0
            ? voice.t('noticeWords.reading.renewalToEnd')
            : voice.t('noticeWords.reading.renewalCloses', { lead: sayLead(closes, voice) });
        const said = voice.t('noticeWords.reading.renewal', {
          name: certificate ? say(certificate.name) : id,
          opens: sayLead(opensOf(each), voice),
          until,
        });
        return line(
          each.note ? voice.t('noticeWords.reading.feeNote', { fee: said, note: say(each.note) }) : said,
          each.cite,
        );
      }),
    );
}

function readContacts({ told, voice, say }: Reading): readonly ReadingLine[] {
  return told.contacts.map(({ name, person, number, about, hours, publishedOn, cite }) => {
    const asked = hours
      ? voice.t('noticeWords.reading.contactHours', { about: say(about), hours: say(hours) })
      : say(about);
    const words = { name: say(name), number, about: asked, published: sayDay(publishedOn, voice) };
    return line(
      person === undefined
        ? voice.t('noticeWords.reading.contact', words)
        : voice.t('noticeWords.reading.contactPerson', { ...words, person }),
      cite,
    );
  });
}

function readPlaces({ pack, asked, voice, say }: Reading): readonly ReadingLine[] {
  const { t } = voice;
  return pack.places
    .filter((each) => isValidOn(each, asked.today))
    .map(({ name, address, hours, post, cite }) =>
      post
        ? line(readPost(say(name), say(address), post, voice), cite)
        : line(
            t('noticeWords.reading.place', {
              name: say(name),
              address: say(address),
              hours: hours ? say(hours) : t('noticeWords.reading.noHours'),
            }),
            cite,
          ),
    );
}

/** Papers go there, people do not: never told with hours. */
function readPost(name: string, address: string, post: Post, { t, language }: Voice): string {
  const parts = [
    address,
    textIn(post.recipient, language),
    ...(post.postcode ? [t('noticeWords.reading.postcode', { code: post.postcode })] : []),
    ...(post.number ? [t('noticeWords.reading.postNumber', { number: post.number })] : []),
  ].join(t('noticeWords.reading.postBetween'));
  return t('noticeWords.reading.post', { name, parts, note: post.note ? textIn(post.note, language) : '' });
}

function readSilences({ told, voice, say }: Reading): readonly ReadingLine[] {
  const silences = told.silences ?? [];
  if (silences.length === 0) return [line(voice.t('noticeWords.reading.noSilences'))];
  return silences.map(({ text, ask, cite }) => {
    const who = told.contacts.find(({ role }) => role === ask);
    return line(
      who ? voice.t('noticeWords.reading.silence', { text: say(text), who: say(who.name) }) : say(text),
      cite,
    );
  });
}

const READERS: Readonly<Record<SectionId, (reading: Reading) => readonly ReadingLine[]>> = {
  about: readAbout,
  timeline: readTimeline,
  today: readToday,
  todo: readDuties,
  materials: readMaterials,
  fees: readFees,
  keys: readKeys,
  renewals: readRenewals,
  contacts: readContacts,
  places: readPlaces,
  warnings: ({ told, say }) =>
    [...told.warnings, ...(told.statements ?? [])].map(({ text, cite }) => line(say(text), cite)),
  silences: readSilences,
};

/** What is left to tell of a notice that no longer holds. */
const LAPSED: readonly SectionId[] = ['about', 'contacts', 'places'];

function isLapsed({ following }: NoticePack): boolean {
  return following?.force === 'lapsed';
}

/** The notice for one case on one day, section by section; sections with nothing in them are left out. */
export function readNotice(
  pack: NoticePack,
  asked: NoticeCase,
  voice: Omit<Voice, 'pack'>,
): readonly ReadingSection[] {
  const reading: Reading = {
    pack,
    asked,
    told: explain(pack, asked),
    voice: { ...voice, pack },
    say: (text) => textIn(text, voice.language),
  };
  return (isLapsed(pack) ? LAPSED : SECTIONS)
    .map((id) => ({
      id,
      title: voice.t(`noticeWords.reading.${id}`),
      lines: READERS[id](reading),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** The reading as plain text, to print. */
export function writeReading(sections: readonly ReadingSection[], { t }: Pick<Voice, 't'>): string {
  return sections
    .map(({ title, lines }) =>
      [
        `## ${title}`,
        ...lines.map(({ text, cite, under }) => {
          const said = cite === null ? text : t('noticeWords.reading.cited', { text, cite });
          return `${under ? '  ' : ''}- ${said}`;
        }),
      ].join('\n'),
    )
    .join('\n\n');
}
