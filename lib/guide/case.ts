import { AUDIENCES, type Audience, type NoticeCase } from '@/lib/notice/explanation';
import type { Situation, SubjectCase } from './model';

/** The subject's audience, if the notice's vocabulary has it. */
export function audienceOf(subject: SubjectCase): Audience | null {
  return AUDIENCES.find((audience) => audience === subject.audience) ?? null;
}

/** The case to put to the notice; null where the subject's audience is not one we know. */
export function noticeCaseOf(subject: SubjectCase, today: Situation['today']): NoticeCase | null {
  const audience = audienceOf(subject);
  if (!audience) return null;
  const { level, oldCa, circumstances } = subject;
  return { today, audience, level, ...(oldCa !== 'unknown' && { oldCa }), ...circumstances };
}
