/**
 * The guide of a notice that has none (a clerk's notice need not bring steps), and of one that no longer holds
 * (its steps are void with it). It points at nothing, and opens no unbinding.
 */
import type { NoticePack } from '@/lib/notice/model';
import type { GuideDefinition } from './model';
import { write } from './wording';

function plainGuide(system: string, say: 'plain.say' | 'plain.lapsed'): GuideDefinition {
  return {
    id: 'as-the-notice-says',
    title: write('plain.title'),
    system,
    phases: [],
    steps: [
      {
        id: 'do-as-it-says',
        title: write('plain.title'),
        say: write(say),
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
  const isLapsed = pack.following?.force === 'lapsed';
  if (pack.guides.length > 0 && !isLapsed) return pack;
  const guide = plainGuide(pack.mainSystem, isLapsed ? 'plain.lapsed' : 'plain.say');
  const known = furnished.get(pack) ?? { ...pack, guides: [guide] };
  furnished.set(pack, known);
  return known;
}
