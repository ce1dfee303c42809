import { useSpeech } from '@/components/ui/language';
import type { Difference } from '@/lib/notice/differences';
import type { NoticePack } from '@/lib/notice/model';
import { sayDifferences } from '@/lib/notice/say-difference';

/** Differences in words, each with its clause. @param pack the later of the two */
export function DifferenceLines(props: {
  readonly differences: readonly Difference[];
  readonly pack: NoticePack;
}) {
  const { t, language } = useSpeech();
  const lines = sayDifferences(props.differences, { t, language, pack: props.pack });
  return (
    <ul className="pack-lines">
      {[...new Set(lines)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
