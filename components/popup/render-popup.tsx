/** Mounts the popup as a person meets it: for component tests. */
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LanguageProvider } from '@/components/ui/language';
import { createTranslate } from '@/lib/locale/translate';
import type { CertificateRow, SubjectRow } from '@/lib/store/model';
import zh from '@/locales/zh_CN.json';
import { type MemoryServices, memoryServices } from './memory-services';
import { Popup } from './popup';

/** Noon in Shanghai on Sunday, 22 November 2026. */
export const NOW = '2026-11-22T04:00:00.000Z';

export const SCHOOL: SubjectRow = {
  id: 'school',
  name: '市第一中学',
  audience: 'budget-unit',
  level: 'city',
  createdAt: '2026-01-01T00:00:00.000Z',
};

export const SUPPLIER: SubjectRow = {
  id: 'supplier',
  name: '某某科技',
  audience: 'framework-supplier',
  level: 'district',
  createdAt: '2026-01-02T00:00:00.000Z',
};

export function certificate(id: string, over: Partial<CertificateRow> = {}): CertificateRow {
  return {
    id,
    subject: SCHOOL.id,
    kind: 'ca',
    generation: 'new',
    label: `证书${id}`,
    holder: null,
    validFrom: null,
    validUntil: '2026-12-29',
    createdAt: '2026-01-01T00:00:00.000Z',
    details: null,
    ...over,
  };
}

export function renderPopup(
  start: Parameters<typeof memoryServices>[1] = {},
  prepare: (services: MemoryServices) => void = () => {},
  printing = false,
) {
  const services = memoryServices(NOW, start);
  prepare(services);
  const view = render(
    <LanguageProvider translate={createTranslate(zh)} language="zh">
      <Popup services={services} printing={printing} />
    </LanguageProvider>,
  );
  return { services, user: userEvent.setup(), ...view };
}
