import { Info, OctagonX, TriangleAlert } from 'lucide-react';
import type { PlannedNote, Tone } from '@/lib/guide/model';
import { textIn } from '@/lib/locale/text';
import { useCard } from './context';

const ICONS = { stop: OctagonX, caution: TriangleAlert, info: Info } as const;
const ORDER: readonly Tone[] = ['stop', 'caution', 'info'];

/** Warnings and remarks, the gravest first; told apart by sign and word as well as colour. */
export function Notes({ notes }: { readonly notes: readonly PlannedNote[] }) {
  const { translate, language } = useCard();
  if (notes.length === 0) return null;
  const sorted = ORDER.flatMap((tone) => notes.filter((note) => note.tone === tone));
  return (
    <ul className="notes">
      {sorted.map(({ tone, text, cite }) => {
        const Icon = ICONS[tone];
        return (
          <li key={text.zh} className={`note ${tone}`} data-tone={tone}>
            <Icon aria-hidden="true" />
            <p>
              <span className="hidden">{translate(`card.tone.${tone}`)}：</span>
              {textIn(text, language)}
              {cite && <span className="cite"> {cite}</span>}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
