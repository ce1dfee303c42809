/** What words let people do or forbid them: unbinding, binding, the old key and the new one. Pure. */
import type { Clause } from '@/lib/author/clauses';
import type { PhaseField } from '@/lib/author/phase-actions';
import type { Entry } from '@/lib/author/sections';
import { sentencesOf, wholeOf, withoutNeedless } from './sentences';

const OLD = '(?:原|旧|老)[^，,、。；;\\d]{0,14}?';
const NEW = '新[^，,、。；;\\d]{0,14}?';
const STOP = '(?:停止|关闭|暂停|不再|不得|禁止|不能|不可|无法|不支持)';
const LET = '(?:支持|可以?|开放|开通|提供|方可|能够|允许|进行|完成|办理|应|须|需)';

/** 解除原证书绑定: unbinding, with what is unbound inside it. */
const UNTIE = '解除[^，,。；;定]{1,8}绑定';

export type Rules = Partial<Pick<Entry<'phases'>, PhaseField>>;

function says(words: string, text: string): 'allows' | 'forbids' | null {
  const stops = new RegExp(
    `${STOP}[^，,。；;]{0,14}${words}|${words}[^，,。；;]{0,8}(?:关闭|停止|停办|不再)`,
  );
  if (stops.test(text)) return 'forbids';
  // 「不需要解绑」 neither allows nor forbids it.
  if (new RegExp(`(?:不需要?|无需|无须|不用|不必|毋须)[^，,。；;]{0,6}${words}`).test(text)) return null;
  const lets = new RegExp(`${LET}[^。；;]{0,30}${words}|${words}[^，,。；;]{0,8}(?:开放|开通|工作|手续)`);
  return lets.test(text) ? 'allows' : null;
}

/**
 * 「在系统中自行解绑原CA，再插入新CA完成绑定」, 「登录系统解绑旧锁、绑定新锁」: how one does it oneself, told step by step, lets one do it. Words of what
 * must not be, or of what comes of it, do not.
 */
const letsByOneself = (text: string) =>
  text
    .split(/[。；;]/)
    .some(
      (sentence) =>
        /(?:自行|登录[^，,。；;]{0,14}|先)解绑[^。；;]{0,30}(?<!解)绑定/.test(sentence) &&
        !/勿|不|未|无法|严禁|禁止|擅自|责任|后果|造成|导致/.test(sentence),
    );

/** 「请勿自行解绑」 said of everybody: 「未领到新CA的，请勿自行解绑」 is said of those alone. */
const forbidsUnbinding = (text: string) =>
  text
    .split(/[。；;]/)
    .some(
      (sentence) =>
        sentence.split(/[，,]/).some((half) => /^(?:请勿|切勿|不要)(?:自行)?解(?:除)?绑/.test(half.trim())) &&
        !/未|没|前/.test(sentence),
    );

/**
 * What a phase's words say of each action; what they do not speak of is left out, and reads "not stated". "Only the new
 * one" forbids the old.
 */
export function rulesIn(words: string): Rules {
  // 「未完成绑定的单位」 lets nobody bind.
  const text = words.replace(/(?:未|没有)[^，,。；;]{0,12}的(?=单位|用户|机构|供应商|，|,)/g, '');
  const ofUnbinding = `(?:解(?:除)?绑|换绑|${UNTIE})`;
  const unbind = forbidsUnbinding(words)
    ? 'forbids'
    : (says(ofUnbinding, text) ?? (letsByOneself(text) ? 'allows' : null));
  // 解绑定 is unbinding: 绑定 counts where 解 does not stand before it.
  const untied = text.replace(new RegExp(UNTIE, 'g'), '解绑');
  // 「领取并绑定，其间系统支持解绑」 and 「解绑旧锁、绑定新锁」: what one does then is let.
  const isBoundToo =
    unbind === 'allows' &&
    /(?:并|、|再|后)绑定/.test(untied) &&
    !/(?:勿|不|未|无法|严禁|禁止)[^，,。；;]{0,8}绑定/.test(untied);
  const bind = says('(?:(?<!解)(?<!换)绑定|换绑)', untied) ?? (isBoundToo ? 'allows' : null);
  const isOnlyNew =
    /(?:只能|仅能|只可|仅可|仅限|只|仅|统一|一律|全部|全面)(?:能|可)?(?:使用|启用|凭|支持|认|接受|能用)新/.test(
      text,
    );
  const isSaidOnly =
    isOnlyNew ||
    /(?:仅支持|只支持|仅认|只认)(?![^，,。；;]{0,6}(?:原|旧))[^，,。；;]{0,12}(?:CA|证书)/.test(text);
  const isNewUsed =
    isSaidOnly ||
    new RegExp(`(?:正式)?(?:启用|使用)(?:由[^，,。；;]{2,20}的)?${NEW}(?:CA|证书|签章|介质|锁)`).test(text);
  // 「原CA一经解绑即不能再登录」 tells what becomes of a key that is unbound: whose is not, goes on with it.
  const stillBound = text.replace(
    /[^，,。；;]*(?:(?:一经|一旦|经)解(?:除)?绑|解(?:除)?绑(?:后|即))[^。；;]*/g,
    '',
  );
  const isOldStopped = new RegExp(
    `${OLD}(?:CA|证书|签章|锁|介质)[^，,。；;]{0,30}?(?:停止使用|停用|失效|(?:不能|不得|不再|无法|不可)(?:再|继续)?(?:使用|登录|用于|办理)|作废)|(?:停止使用|停用|不得使用|不能使用)${OLD}(?:CA|证书|签章|锁)|停止${OLD}(?:CA|证书|签章|锁)[^，,。；;]{0,4}(?:登录|使用|服务)`,
  ).test(stillBound);
  const isOldUsed = new RegExp(
    `(?:继续|仍(?:可|然|能)?|可)使用${OLD}(?:CA|证书|签章|锁)|${OLD}(?:CA|证书|签章|锁)[^，,。；;]{0,4}(?:继续|仍可|仍然|可继续|仍能)(?:正常)?使用|新[、和与]?旧[^，,。；;]{0,26}(?:均可|都可|并行|同时)|(?:并行|同时使用)`,
  ).test(text);
  // By its name alone, where it is no longer supported: 停止支持信安CA数字证书.
  const isSupportEnded =
    /(?:停止|不再|终止)支持(?!新)[^，,。；;]{2,14}(?:CA|证书|锁)/.test(text) ||
    // 「甲CA、甲江电子签章停止服务」, 「逾期甲江证书不再可用」.
    /(?:^|[。；;，,\n]|逾期)\s*(?!新)[\p{Script=Han}A-Za-z]{1,10}(?<!新[\p{Script=Han}A-Za-z]{0,8})(?:CA|证书)(?:[、和及][^新，,。；;]{2,14})?(?:停止服务|不再可用|终止服务)/u.test(
      stillBound,
    );
  const isBoth =
    /新[、和与]?(?:旧|老|原)[^，,。；;]{0,26}(?:均可|都可|并行|同时)|(?:原|旧)[^，,。；;]{0,8}[和与、]新[^，,。；;]{0,10}(?:均可|都可|并行|同时)|两种[^，,。；;]{0,6}(?:均可|都可)|(?:同时|均)(?:支持|可使用|接受)新[、和与]?旧/.test(
      text,
    );
  const apply = /(?:停止|不再|截止)受理|逾期不(?:再|予)/.test(text)
    ? 'forbids'
    : /(?:受理|申请|申报|报名)(?:阶段|期|工作)?|可以?申请/.test(withoutNeedless(text))
      ? 'allows'
      : null;
  return {
    ...(unbind && { unbindOld: unbind }),
    ...(bind && { bind }),
    ...((isNewUsed || isBoth) && { useNew: 'allows' as const }),
    ...((isSaidOnly || isOldStopped || isSupportEnded) && { useOld: 'forbids' as const }),
    ...(!isSaidOnly &&
      !isOldStopped &&
      !isSupportEnded &&
      (isOldUsed || isBoth) && { useOld: 'allows' as const }),
    ...(apply && { apply }),
  };
}

/** 「凭盖章申请表，2个工作日内解绑」: unbinding that the system does not do by itself. */
export function applicationsIn(clause: Clause): readonly Partial<Entry<'rules'>>[] {
  return sentencesOf(clause.text).flatMap((text) => {
    const isAsked = /(?:申请|凭|提交|出具)[^。；;]{0,40}解绑|解绑(?:申请|手续)|申请解绑/.test(text);
    const wait = /(\d{1,2})\s*个?(工作日|天|日)/.exec(text);
    if (!isAsked || !/盖章|申请表|书面|书|函|窗口/.test(text)) return [];
    return [
      {
        action: 'unbind-old' as const,
        verdict: 'allows' as const,
        text: wholeOf(text),
        byApplication: true,
        ...(wait && { waitDays: wait[1] ?? '', waitUnit: wait[2] === '工作日' ? 'working-days' : 'days' }),
      },
      // 「…解绑后各单位登录系统绑定新证书」: what is bound afterwards is bound by oneself.
      ...(/解绑后[^。；;]*(?<!解)绑定新/.test(text) && rulesIn(text).bind !== 'forbids'
        ? [{ action: 'bind' as const, verdict: 'allows' as const, text: wholeOf(text) }]
        : []),
    ];
  });
}
