/**
 * `${subject}/${system}/${guide}`, each part escaped so that no two triples share an id. Our own ids need
 * no escaping.
 */
export function journeyId(subject: string, system: string, guide: string): string {
  return [subject, system, guide].map(encodeURIComponent).join('/');
}
