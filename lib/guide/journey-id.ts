/**
 * `${subject}/${system}/${guide}`, each part escaped so that no two triples share an id. Our own ids need
 * no escaping.
 */
export function journeyId(subject: string, system: string, guide: string): string {
  return [subject, system, guide].map(encodeURIComponent).join('/');
}

/** Its journeys carry no pack: they were in ledgers before any other pack was. */
const FIRST_PACK = 'changzhou-2023-12';

/**
 * The journey of a subject through a pack's guide. Packs call their guides alike, since most are written from the same
 * templates: without the pack's own id, what was answered and done by one notice would count for the next one.
 */
export function guideJourneyId(
  pack: { readonly id: string },
  subject: string,
  guide: { readonly id: string; readonly system: string },
): string {
  const id = journeyId(subject, guide.system, guide.id);
  return pack.id === FIRST_PACK ? id : `${id}/${encodeURIComponent(pack.id)}`;
}
