import { AUDIENCES } from './explanation';
import type { Condition, Moment, NoticePack } from './model';
import type { Report } from './problem';
import { amendedBy } from './standing';

type Path = readonly PropertyKey[];

/** The ids a pack declares, by what they name. */
function declare(pack: NoticePack) {
  const ids = (items: readonly { readonly id: string }[]) => new Set(items.map((each) => each.id));
  return {
    system: ids(pack.systems),
    certificate: ids(pack.certificates),
    audience: ids(pack.audiences),
    activity: ids(pack.activities),
    event: ids(pack.events ?? []),
    batch: ids(pack.batches),
    phase: ids(pack.phases),
    obligation: ids(pack.obligations),
    tariff: ids(pack.fees.tariffs),
    place: ids(pack.places),
    material: ids(pack.materials),
    attachment: ids(pack.attachments),
    contact: new Set(pack.contacts.map((each) => each.role)),
    guide: ids(pack.guides),
    'known-audience': new Set<string>(AUDIENCES),
  };
}
type Kind = keyof ReturnType<typeof declare>;

/** Where in the file each kind is declared. */
const LISTS: Readonly<Record<Kind, string>> = {
  system: 'systems',
  certificate: 'certificates',
  audience: 'audiences',
  activity: 'activities',
  event: 'events',
  batch: 'batches',
  phase: 'phases',
  obligation: 'obligations',
  tariff: 'fees.tariffs',
  place: 'places',
  material: 'materials',
  attachment: 'attachments',
  contact: 'contacts',
  guide: 'guides',
  'known-audience': 'audiences',
};

/**
 * Every id a pack mentions must be declared in it. What a supplement mentions may be the earlier notice's: the
 * two are checked together when they are (`compose.ts`).
 */
export function checkReferences(pack: NoticePack, report: Report): void {
  const declared = declare(pack);
  const isAlone = amendedBy(pack).length === 0;
  const one = (kind: Kind, id: string | undefined, path: Path) => {
    if (id === undefined || declared[kind].has(id)) return;
    if (!isAlone && kind !== 'known-audience') return;
    const known = [...declared[kind]].join(', ');
    if (known === '') report(path, 'nothingToName', id, { list: LISTS[kind] });
    else report(path, 'unknownReference', id, { known });
  };
  const all = (kind: Kind, ids: readonly string[] | undefined, path: Path) => {
    ids?.forEach((id, index) => {
      one(kind, id, [...path, index]);
    });
  };
  const condition = (when: Condition | undefined, path: Path) => {
    all('audience', when?.audiences, [...path, 'when', 'audiences']);
    all('activity', when?.activities, [...path, 'when', 'activities']);
    all('batch', when?.batches, [...path, 'when', 'batches']);
  };
  const moment = (value: Moment | undefined, path: Path) => {
    if (value?.kind !== 'relative') return;
    if ('certificate' in value.anchor) {
      one('certificate', value.anchor.certificate, [...path, 'anchor', 'certificate']);
    }
    if ('event' in value.anchor) one('event', value.anchor.event, [...path, 'anchor', 'event']);
    if ('phase' in value.anchor) one('phase', value.anchor.phase, [...path, 'anchor', 'phase']);
  };

  one('system', pack.mainSystem, ['mainSystem']);
  pack.siteProfiles?.forEach(({ system }, index) => {
    one('system', system, ['siteProfiles', index, 'system']);
  });
  pack.systems.forEach((system, index) => {
    system.accepts.forEach((each, at) => {
      const path = ['systems', index, 'accepts', at];
      all('certificate', each.certificates, [...path, 'certificates']);
      condition(each.when, path);
    });
  });
  pack.certificates.forEach((certificate, index) => {
    certificate.keep?.forEach((each, at) => {
      condition(each.when, ['certificates', index, 'keep', at]);
    });
  });
  pack.renewals?.forEach((each, index) => {
    all('certificate', each.certificates, ['renewals', index, 'certificates']);
    condition(each.when, ['renewals', index]);
  });
  pack.keyCounts.forEach((each, index) => {
    const path = ['keyCounts', index];
    all('certificate', each.certificates, [...path, 'certificates']);
    one('obligation', each.moreBy, [...path, 'moreBy']);
    condition(each.when, path);
  });
  pack.phases.forEach((each, index) => {
    one('phase', each.within, ['phases', index, 'within']);
    all('audience', each.audiences, ['phases', index, 'audiences']);
  });
  pack.permissions.forEach((each, index) => {
    const path = ['permissions', index];
    condition(each.when, path);
    all('material', each.byApplication?.materials, [...path, 'byApplication', 'materials']);
    one('place', each.byApplication?.place, [...path, 'byApplication', 'place']);
    one('contact', each.byApplication?.contact, [...path, 'byApplication', 'contact']);
  });
  pack.obligations.forEach((each, index) => {
    const path = ['obligations', index];
    condition(each.when, path);
    moment(each.from, [...path, 'from']);
    moment(each.due, [...path, 'due']);
    all('obligation', each.after, [...path, 'after']);
    all('material', each.materials, [...path, 'materials']);
    each.where.forEach((where, at) => {
      condition(where.when, [...path, 'where', at]);
      one('place', where.place, [...path, 'where', at, 'place']);
      one('contact', where.contact, [...path, 'where', at, 'contact']);
    });
  });
  pack.fees.charges.forEach((each, index) => {
    const path = ['fees', 'charges', index];
    condition(each.when, path);
    one('tariff', each.tariff, [...path, 'tariff']);
    all('certificate', each.certificates, [...path, 'certificates']);
  });
  pack.materials.forEach((each, index) => {
    one('attachment', each.attachment, ['materials', index, 'attachment']);
  });
  for (const name of ['contacts', 'warnings', 'statements', 'silences'] as const) {
    pack[name].forEach((each, index) => {
      condition(each.when, [name, index]);
    });
  }
  pack.troubles.forEach((each, index) => {
    one('contact', each.contact, ['troubles', index, 'contact']);
  });
  pack.silences.forEach((each, index) => {
    one('contact', each.ask, ['silences', index, 'ask']);
  });
  checkGuides(pack, report, one, all);
}

function checkGuides(
  pack: NoticePack,
  report: Report,
  one: (kind: Kind, id: string | undefined, path: Path) => void,
  all: (kind: Kind, ids: readonly string[] | undefined, path: Path) => void,
): void {
  pack.guides.forEach((guide, index) => {
    const path = ['guides', index];
    const steps = new Set(guide.steps.map((each) => each.id));
    const questions = new Set(guide.questions.map((each) => each.id));
    const inGuide = (known: ReadonlySet<string>, id: string | undefined, at: Path) => {
      if (id === undefined || known.has(id)) return;
      report(at, 'unknownReference', id, { known: [...known].join(', ') || '–' });
    };
    one('system', guide.system, [...path, 'system']);
    all('phase', guide.phases, [...path, 'phases']);
    all('guide', guide.continues, [...path, 'continues']);
    all('known-audience', guide.when?.audiences, [...path, 'when', 'audiences']);
    guide.questions.forEach((each, at) => {
      all('known-audience', each.audiences, [...path, 'questions', at, 'audiences']);
    });
    guide.steps.forEach((step, at) => {
      const place = [...path, 'steps', at];
      one('contact', step.call, [...place, 'call']);
      all('known-audience', step.audiences, [...place, 'audiences']);
      one('obligation', step.obligation, [...place, 'obligation']);
      inGuide(steps, step.after, [...place, 'after']);
      inGuide(steps, step.wait?.from, [...place, 'wait', 'from']);
      step.preflight?.forEach((id, question) => {
        inGuide(questions, id, [...place, 'preflight', question]);
      });
    });
  });
}
