/** Whether a text changes another notice, and which. Pure. */

/** Another notice that a text says it changes. */
export interface ChangedNotice {
  readonly documentNumber: string;
  readonly relation: 'supplements' | 'corrects';
}

const TITLE = /(?:补充|更正|修改|变更|调整|延期|延长|推迟|顺延)[^\n]{0,40}(?:通知|公告|通告|函)/;
/** 「对《…》（云财购〔2026〕3号）有关内容更正如下」. */
const NAMED =
  /《[^《》\n]{4,80}》\s*[（(]([^（()）\n]{4,30}?号)[^（()）\n]{0,20}[）)][^。\n]{0,30}(?:更正|补充|修改|变更|调整|延|作如下|如下|以下)/;

const even = (text: string) => text.replace(/[\s〔〕[\]［］()（）【】]/g, '');

/** The notice a text changes, by its title and its first sentence; null where it stands by itself. */
export function changedNotice(text: string): ChangedNotice | null {
  const head = text.slice(0, 1500);
  const number = TITLE.test(head) ? NAMED.exec(head)?.[1] : undefined;
  if (number === undefined) return null;
  const title = TITLE.exec(head)?.[0] ?? '';
  return { documentNumber: number.trim(), relation: title.includes('更正') ? 'corrects' : 'supplements' };
}

/** Whether two ways of writing a document's number mean one: 〔2026〕3号 and [2026] 3号. */
export function isSameNumber(one: string, other: string): boolean {
  return even(one) === even(other);
}
