import { fits, isValidOn } from './condition';
import { isWithin } from './days';
import type { KeyAnswer, NoticeCase } from './explanation';
import type { Acceptance, NoticePack, NoticeSystem } from './model';
import { joinTexts } from './obligations';

function isInForce(acceptance: Acceptance, asked: NoticeCase): boolean {
  return (
    isWithin(asked.today, acceptance) &&
    isValidOn(acceptance, asked.today) &&
    fits(acceptance.when, asked) === 'yes'
  );
}

function answer(pack: NoticePack, system: NoticeSystem, asked: NoticeCase): KeyAnswer {
  const inForce = system.accepts.filter((each) => isInForce(each, asked));
  const accepting = inForce.filter((each) => each.basis !== 'not-stated');
  const certificates = [...new Set(accepting.flatMap((each) => each.certificates))];
  const names = certificates.flatMap((id) => {
    const certificate = pack.certificates.find((each) => each.id === id);
    return certificate ? [certificate.name] : [];
  });
  return {
    system: system.id,
    systemName: system.name,
    certificates,
    certificateNames: names,
    note: joinTexts(inForce.flatMap((each) => (each.note ? [each.note] : []))) ?? null,
    cite: (accepting[0] ?? inForce[0] ?? system).cite,
  };
}

/**
 * Which key for which system on the case's day, one answer a system. No certificates: the notice does not
 * say for this audience; the note says so.
 */
export function keysFor(pack: NoticePack, asked: NoticeCase): readonly KeyAnswer[] {
  return pack.systems.map((system) => answer(pack, system, asked));
}

/** Certificate ids usable on the notice's main system on the case's day. */
export function usableOn(pack: NoticePack, asked: NoticeCase): readonly string[] {
  const system = pack.systems.find((each) => each.id === pack.mainSystem);
  return system ? answer(pack, system, asked).certificates : [];
}
