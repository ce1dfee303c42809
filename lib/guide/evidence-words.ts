import { keyPart } from '@/lib/locale/key-part';
import type { Text } from '@/lib/locale/text';
import type { Evidence } from '@/lib/page/model';
import { type GuideKey, write } from './wording';

/** Most that is told of one page: a helpdesk reads it aloud. */
const MOST = 8;

/** What an element is to a person; anything else is "a text". */
const THINGS: Readonly<Record<string, string>> = {
  button: 'button',
  input: 'field',
  textarea: 'field',
  select: 'choice',
  option: 'choice',
  a: 'link',
  li: 'menu',
  label: 'label',
  th: 'table',
  td: 'table',
  caption: 'table',
  title: 'pageTitle',
  html: 'document',
  body: 'document',
};

function thingOf(tag: string): GuideKey {
  const thing = /^h[1-6]$|^legend$/.test(tag) ? 'heading' : (THINGS[tag] ?? 'text');
  return `evidence.thing.${thing}` as GuideKey;
}

function regionOf(region: string | undefined): GuideKey {
  return region === 'dialog' || region === 'toast' ? `evidence.region.${region}` : 'evidence.region.page';
}

/** Three strengths for, one against: a weight is for comparing, not for reading aloud. */
function strengthOf(weight: number): GuideKey {
  if (weight < 0) return 'evidence.strength.against';
  if (weight >= 6) return 'evidence.strength.strong';
  return weight >= 3 ? 'evidence.strength.fair' : 'evidence.strength.slight';
}

function quote(words: readonly string[]): Text {
  return {
    zh: words.map((word) => `“${word}”`).join(''),
    en: words.map((word) => `“${word}”`).join(' '),
  };
}

/**
 * One piece of evidence for a person: where it stands, what was seen, what it speaks for and how strongly.
 * Worded from its state, place and words, whatever the rule that gave it.
 */
export function writeEvidence({ state, weight, saw, where }: Evidence): Text {
  const [region, tag = ''] = where.split(' ');
  const words = saw.split(' ').filter(Boolean);
  const holes = {
    region: write(regionOf(region)),
    thing: write(thingOf(tag)),
    words: quote(words),
    strength: write(strengthOf(weight)),
    state: write(`evidence.state.${keyPart(state)}`),
    weight: weight > 0 ? `+${weight}` : String(weight),
  };
  if (words.length > 0) return write('evidence.withWords', holes);
  return write(weight < 0 ? 'evidence.caution' : 'evidence.withoutWords', holes);
}

/** Why a page is taken for what it is, the strongest first. Empty where nothing was seen. */
export function writeEvidences(evidence: readonly Evidence[]): readonly Text[] {
  return [...evidence]
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST)
    .map(writeEvidence);
}
