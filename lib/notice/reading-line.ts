import type { Text } from '@/lib/locale/text';
import type { Explanation, NoticeCase } from './explanation';
import type { NoticePack } from './model';
import type { Voice } from './say-value';

/** A line, and the clause it rests on; null where it is none of the notice's facts. */
export interface ReadingLine {
  readonly text: string;
  readonly cite: string | null;
  /** About the line before it. */
  readonly under?: boolean | undefined;
}

/** What one section is read from. */
export interface Reading {
  readonly pack: NoticePack;
  readonly asked: NoticeCase;
  readonly told: Explanation;
  readonly voice: Voice;
  readonly say: (text: Text) => string;
}
