import type { PlannedNote, Tone } from '@/lib/guide/model';
import { textIn } from '@/lib/locale/text';
import { useCard } from './context';
import { Info, OctagonX, TriangleAlert } from './icons';

const ICONS = { stop: OctagonX, caution: TriangleAlert, info: Info } as const;
const ORDER: readonly Tone[] = ['stop', 'caution', 'info'];

interface NotesProps {
  readonly notes: readonly PlannedNote[];
  /** Which to show, in this order. */
  readonly tones?: readonly Tone[];
}

/** Warnings and remarks, the gravest first; told apart by sign and word as well as colour. */
export function Notes({ notes, tones = ORDER }: NotesProps) {
  const { translate, language } = useCard();
  const sorted = tones.flatMap((tone) => notes.filter((note) => note.tone === tone));
  if (sorted.length === 0) return null;
  return (
    <ul className="notes">
      {sorted.map(({ tone, text, cite }) => {
        const Icon = ICONS[tone];
        return (
          <li key={text.zh} className={`note ${tone}`} data-tone={tone}>
            <Icon />
            <p>
              <span className="hidden">{translate(`card.tone.${tone}`)}</span>
              {textIn(text, language)}
              {cite && <span className="cite">{language === 'zh' ? `（${cite}）` : ` (${cite})`}</span>}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
