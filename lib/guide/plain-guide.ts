/**
 * The guide of a notice that has none: a clerk's notice need not bring steps. It tells to do as the notice
 * says, points at nothing, and opens no unbinding.
 */
import type { NoticePack } from '@/lib/notice/model';
import type { GuideDefinition } from './model';
import { write } from './wording';

function plainGuide(system: string): GuideDefinition {
  return {
    id: 'as-the-notice-says',
    title: write('plain.title'),
    system,
    phases: [],
    steps: [
      {
        id: 'do-as-it-says',
        title: write('plain.title'),
        say: write('plain.say'),
        cite: [],
        targets: [],
        done: [{ by: 'word' }],
      },
    ],
    questions: [],
  };
}

const furnished = new WeakMap<NoticePack, NoticePack>();

/** The pack with a guide to follow; the same object where it has its own, and each time for the same pack. */
export function withGuide(pack: NoticePack): NoticePack {
  if (pack.guides.length > 0) return pack;
  const known = furnished.get(pack) ?? { ...pack, guides: [plainGuide(pack.mainSystem)] };
  furnished.set(pack, known);
  return known;
}
