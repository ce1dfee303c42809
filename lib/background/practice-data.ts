import type { Translate } from '@/lib/locale/translate';
import type { CertificateRow, Store } from '@/lib/store/model';

/**
 * Gives the practice database one invented unit with an old and a new certificate, once. Ids are fixed,
 * so that two pages opening together write the same rows.
 */
export async function furnishPractice(store: Store, now: Date, translate: Translate): Promise<void> {
  if ((await store.subjects.list()).length > 0) return;
  const createdAt = now.toISOString();
  const subject = 'practice-unit';
  await store.subjects.put({
    id: subject,
    name: translate('practiceData.unit'),
    audience: 'budget-unit',
    level: 'city',
    createdAt,
  });
  const common = { subject, kind: 'ca', holder: null, details: null, createdAt } as const;
  const rows: readonly CertificateRow[] = [
    {
      ...common,
      id: 'practice-old-ca',
      generation: 'old',
      label: translate('practiceData.oldCa'),
      validFrom: '2022-10-01',
      validUntil: '2023-12-31',
    },
    {
      ...common,
      id: 'practice-new-ca',
      generation: 'new',
      label: translate('practiceData.newCa'),
      validFrom: '2023-09-01',
      validUntil: '2024-08-31',
    },
  ];
  for (const row of rows) await store.certificates.put(row);
}
