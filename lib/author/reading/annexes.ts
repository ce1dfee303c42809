/** Which of a notice's annexes tell facts, and which are forms to fill in. Pure. */
import { type Clause, OUTSIDE } from '@/lib/author/clauses';
import { attachmentsIn } from './things';

const OF_ANNEX = new RegExp(`^${OUTSIDE.attachments}\\d+`);

/**
 * Whether a clause is to be read: of an annex's own text only what is told in sentences, 常见问题解答 or 网点一览表. A form's
 * words are the words of whoever will sign it.
 */
export function isReadable({ cite }: Clause, clauses: readonly Clause[]): boolean {
  const annex = OF_ANNEX.exec(cite)?.[0];
  if (annex === undefined) return true;
  const of = clauses.filter((each) => each.cite === annex || each.cite.startsWith(`${annex}、`));
  const title = of[0]?.text.split('\n')[0] ?? '';
  if (/一览|安排|标准|问答|解答|指南|说明|流程|网点|通讯录|联系方式/.test(title)) return true;
  if (/(?:表|书|函|单|证明|回执|样式|模板)(?:[（(][^（()）]*[）)])?$/.test(title)) return false;
  return of.some(({ text }) => /答\s*[:：]/.test(text));
}

/** Forms among the annexes, by their number. */
export function annexesIn(clauses: readonly Clause[]): ReadonlyMap<string, string> {
  const list = clauses.filter(({ cite }) => cite === OUTSIDE.attachments).flatMap(attachmentsIn);
  return new Map(
    list.flatMap(({ number = '', title = '' }) =>
      /(?:表|书|函|单|证明|回执)(?:[（(][^（()）]*[）)])?$/.test(title) && !/一览/.test(title)
        ? [[number, title] as const]
        : [],
    ),
  );
}

/** 「提交附件1」 with the form's name, as other notices write it: 提交《申请表》（附件1）. */
export function nameAnnexes(text: string, annexes: ReadonlyMap<string, string>): string {
  return text.replace(
    /(?<=提交|填写|填报|报送|上传|携带)附件(\d{1,2})(?![、\d])/g,
    (words, number: string) => {
      const title = annexes.get(number);
      return title === undefined ? words : `《${title}》（附件${number}）`;
    },
  );
}
