import type { Language } from '@/lib/locale/text';
import type { Translate } from '@/lib/locale/translate';
import './marks.css';

/**
 * What makes the imitation impossible to mistake (design.md §3.11): a bar that stays in sight and words
 * across the whole page. In the page itself, not in a shadow root, so that every tool sees them.
 */
export function PracticeBanner(props: {
  readonly t: Translate;
  readonly language: Language;
  /** One line, for the documents inside a window that has the whole bar already. */
  readonly slim?: boolean;
}) {
  const { t, language, slim = false } = props;
  return (
    <div
      className={slim ? 'practice-banner is-slim' : 'practice-banner'}
      role="note"
      lang={language === 'en' ? 'en' : 'zh-CN'}
      aria-label={t('practice.mark.label')}
    >
      <strong>{t('practice.mark.name')}</strong>
      <strong>{t('practice.mark.unofficial')}</strong>
      {!slim && <span>{t('practice.mark.simulated')}</span>}
    </div>
  );
}

const EM = 22;

/** About how wide the words are drawn: a Chinese character is an em, a Latin one a little over half. */
function widthOf(words: string): number {
  return [...words].reduce((sum, letter) => sum + (letter > '\u2e80' ? EM : EM * 0.6), 0);
}

/** Slanted words over everything, which take no clicks. A native modal dialog covers them and carries a bar. */
export function PracticeWatermark({ t }: { readonly t: Translate }) {
  const words = `${t('practice.mark.name')} · ${t('practice.mark.unofficial')}`;
  const tile = Math.ceil(widthOf(words) * 1.4);
  return (
    <svg className="practice-watermark" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="practice-watermark"
          width={tile}
          height="200"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-24)"
        >
          <text x="0" y="60">
            {words}
          </text>
          {/* Half a tile off, and so drawn twice: a pattern cuts off what leaves its tile. */}
          <text x={tile / 2} y="160">
            {words}
          </text>
          <text x={-tile / 2} y="160">
            {words}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#practice-watermark)" />
    </svg>
  );
}
