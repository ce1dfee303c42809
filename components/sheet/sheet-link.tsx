import { Printer } from 'lucide-react';
import { useSpeech } from '@/components/ui/language';

/** The way to the printed guide, from wherever one is spoken of: opens in a tab of its own. */
export function SheetLink(props: {
  readonly pack?: string;
  readonly audience?: string | undefined;
  readonly level?: string | undefined;
  readonly guide?: string | undefined;
  /** The day looked from, where it is not today. */
  readonly date?: string | undefined;
}) {
  const { t } = useSpeech();
  const given = Object.entries(props).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return (
    <a
      className="button button--quiet"
      data-part="sheet-link"
      target="_blank"
      rel="noreferrer"
      href={`sheet.html?${new URLSearchParams(given)}`}
    >
      <Printer aria-hidden="true" size="1.15em" /> {t('sheet.link')}
    </a>
  );
}
