/** What a clause says besides days, things and prices: warnings, plain statements, what it leaves open. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { findLeads } from '@/lib/author/find-leads';
import { findDays } from '@/lib/author/finds';
import type { Entry } from '@/lib/author/sections';
import { isOfClosing } from './closings';
import { sentencesOf, wholeOf } from './sentences';
import { audiencesIn, type ReadingContext } from './whom';

type Kind = Entry<'warnings'>['kind'];

function kindOf(sentence: string): Kind | null {
  if (
    /(?:不要|请勿|切勿|勿|不得)(?:在[^，,。；;]{2,14})?(?:点击|点选|点(?=[“「"])|按|选择|操作)/.test(sentence)
  )
    return 'do-not-press';
  // A password and a key are kept apart; that keeps no old one.
  if (/(?<!分开|专人|口令|密码)保(?:留|管)|不(?:得|要)(?:丢弃|退还|销毁)/.test(sentence)) return 'keep';
  if (
    /请勿|切勿|不得|不予|严禁|禁止|务必|逾期|否则|不要(?:解绑|换绑|绑定|注销)|[后前]再(?:行)?(?:解绑|换绑|注销)|待[^，,。；;]{2,16}后(?:解绑|换绑)|^(?:在)?(?:解绑|换绑|注销)[^，,。；;]{0,6}前[，,]?(?:请|应|须)|^(?:请)?不要|后(?:方|才)(?:可|能)(?:解绑|换绑)|先[^。；;]{2,30}再(?:行)?(?:解绑|换绑)|不(?:可|能)恢复|(?:将)?(?:无法|不能)(?:登录|参加|参与|投标|使用|办理|开展)/.test(
      sentence,
    )
  )
    return 'rule';
  return /建议|注意|提醒|提前/.test(sentence) ? 'advice' : null;
}

/** 「请保留至12月31日」: until when. */
function lastDayOf(text: string, year: number): { readonly until?: string } {
  const [day, another] = findDays(text, year);
  return day?.role === 'due' && !another && /(?:保留|保管|留存)[^，,。；;]{0,4}至/.test(text)
    ? { until: day.date }
    : {};
}

export function warningsIn(
  clause: Clause,
  { known, year }: ReadingContext,
): readonly Partial<Entry<'warnings'>>[] {
  return sentencesOf(clause.text).flatMap((text) => {
    const kind = kindOf(text);
    // What is shut, and until when: 「10月7日恢复办理」 is the day after.
    if (isOfClosing(text)) {
      const last = findDays(text.replace(/[，,][^，,]*恢复.*$/, ''), year).at(-1);
      return [
        {
          kind: 'advice',
          text: wholeOf(text),
          audiences: audiencesIn(text, known),
          ...(last && { until: last.date }),
        },
      ];
    }
    // 「特别提醒。」 is a title.
    if (kind === null || text.length < 7) return [];
    // What is pressed stands after the word for it; where it is, before.
    const pressed = text.slice(Math.max(0, text.search(/点击|点选|点(?=[“「"])|按|选择|操作/)));
    const labels = [...pressed.matchAll(/[“「"]([^”」"]{1,12})[”」"]/g)].map((match) => match[1]).join('、');
    return [
      {
        kind,
        text: wholeOf(text),
        audiences: audiencesIn(text, known),
        ...(kind === 'do-not-press' && { labels }),
        ...(kind === 'keep' && lastDayOf(text, year)),
      },
    ];
  });
}

/** What a notice says is to come: 另行通知. It has no day, and somebody has to be asked. */
export function silencesIn(clause: Clause, { known }: ReadingContext): readonly Partial<Entry<'silences'>>[] {
  return sentencesOf(clause.text)
    .filter((text) => /另行(?:通知|公布|告知|明确)|待.{0,10}(?:通知|明确)后/.test(text))
    .map((text) => ({ text: wholeOf(text), audiences: audiencesIn(text, known) }));
}

/** 根据《…》（文号）: notices it rests on. */
export function basesIn(clause: Clause): readonly Partial<Entry<'bases'>>[] {
  return [
    ...clause.text.matchAll(
      /(?:根据|按照|依据|贯彻|落实)[^《。；;\n]{0,20}《([^《》]{4,80})》\s*(?:[（(]([^（）()]{4,30}号)[）)])?/g,
    ),
    // By its number alone: 「根据苏财购〔2027〕4号文件要求」.
    ...clause.text.matchAll(
      /(?:根据|按照|依据|贯彻|落实)(?=([\p{Script=Han}]{2,8}[〔[（(]\d{4}[〕\]）)]\s*\d{1,4}号))([\p{Script=Han}]{2,8}[〔[（(]\d{4}[〕\]）)]\s*\d{1,4}号)/gu,
    ),
  ].map((match) => ({ title: match[1] ?? '', documentNumber: match[2] ?? '' }));
}

/** 「到期前3个月起可申请续期，到期前30日停止受理」, 「过期60日内仍可续期」. */
export function renewalsIn(clause: Clause): readonly Partial<Entry<'renewals'>>[] {
  const leads = findLeads(clause.text).filter(({ anchor }) => anchor === 'certificate-expiry');
  const isRenewed = /续期|续费|延期|(?:到期|届满|期满)(?:之日)?前[^。；;]{0,16}(?:换领|换发|更换)/;
  if (!isRenewed.test(clause.text)) return [];
  const [opens, closes] = leads.filter(({ side }) => side === 'before');
  if (!opens) return [];
  // Both ends cannot hold: which is meant, the author decides.
  const grace = closes ? undefined : leads.find(({ side }) => side === 'after');
  return [
    {
      opens: String(opens.count),
      opensUnit: opens.unit,
      ...(closes && { ends: 'before', closes: String(closes.count), closesUnit: closes.unit }),
      ...(grace && { ends: 'after', grace: String(grace.count), graceUnit: grace.unit }),
      note: wholeOf(
        sentencesOf(clause.text).find((each) => isRenewed.test(each) && findLeads(each).length > 0) ??
          sentencesOf(clause.text).find((each) => isRenewed.test(each)) ??
          '',
      ),
    },
  ];
}

const COUNTS = '一二三四五六七八九';

/** 「每家单位配发主锁1个、副锁2个」: three in all. */
function mainAndSub(text: string): string | undefined {
  if (!/每(?:个|家)?[^，,。；;]{0,6}(?:单位|机构|公司|用户)/.test(text)) return undefined;
  const [, main, sub] =
    /主锁([一二三四五\d])(?:个|把|枚)[、和及，,]?\s*副锁([一二三四五\d])(?:个|把|枚)/.exec(text) ?? [];
  const numberOf = (words: string) => COUNTS.indexOf(words) + 1 || Number(words);
  return main && sub ? String(numberOf(main) + numberOf(sub)) : undefined;
}

/** 「原则上同一预算单位只能办理一套」. */
export function countsIn(clause: Clause, { known }: ReadingContext): readonly Partial<Entry<'counts'>>[] {
  return sentencesOf(clause.text).flatMap((text) => {
    const count =
      mainAndSub(text) ??
      /限(?:办|领|配|购)[^，,。；;\d]{0,6}?([一二三四五\d])(?:套|个|把|枚)/.exec(text)?.[1] ??
      /(?:只能|限|仅|只|可|各|(?:每|一|同一)(?:个|家)?(?:预算)?单位)[^，,。；;]{0,10}?(?:办理|申领|配发|配备|领取|发放|持有|换发|换领|更换|核定)(?:CA|证书|UKey)?([一二三四五\d])(?:套|个(?!工作)|把|枚)/.exec(
        text,
      )?.[1] ??
      /共(?:计)?([一二三四五\d])(?:套|个|把|枚)(?:UKey|CA|锁|介质)/i.exec(text)?.[1];
    if (count === undefined) return [];
    const at = COUNTS.indexOf(count);
    return [
      {
        count: at < 0 ? count : String(at + 1),
        soft: text.includes('原则上'),
        text: wholeOf(text),
        audiences: audiencesIn(text, known),
      },
    ];
  });
}
