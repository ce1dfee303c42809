/** How lists say how far a unit has come. Vocabulary, no law. */
import type { TrackState } from './model';
import { keyOf } from './plain';

/** 请领取, 可到窗口领取, 已通知领取, 未能领取: it waits for somebody, and is in nobody's hand. */
const TO_BE_COLLECTED =
  '(?:(?:请|可|需|应|通知|尽快|预约|催)[^,，;；、。已]{0,4}|(?:未|没|待|等)[^,，;；、。已]{0,10})(?:领|自取|签收)';
/** What is amiss with an application, in a vendor's words. */
const AMISS =
  '(?<!测试|试用|登[录陆]|绑定?|解绑)(?:不|未)通过|不予受理|不受理|打回|退件|退单|拒绝' +
  '|(?:资料|材料|照片|信息|附件|公章|印章)[^,，;；、。]{0,2}(?:不全|不齐|不清|不符|有误|缺失)|(?<!已[报交].*)缺(?:少|失)?(?:材料|资料|附件|公章|章)' +
  '|(?<!已[报交].*)[待需]补(?:充|齐|交|报|正|材料|资料)';

/** Words for states, in the order they are looked for: 「待领取」 holds 领取, 「未绑定」 holds 绑定. */
const STATE_WORDS: readonly (readonly [RegExp, TrackState])[] = [
  [/^(?:[未待](?:上?报送?|申报|提交|申请|申领|上交|交)|未办|未办理|尚未办理|无|notfiled)$/, 'not-filed'],
  [/已补[正交报齐]|补正后(?:已|重新)|已重新(?:提交|报送|申报)/, 'filed'],
  // A parcel that went back to its sender is no application that did.
  [new RegExp(`退回(?!寄件|寄方|发件)|补正|补材料|不合格|驳回|returned|${AMISS}`), 'returned'],
  [
    new RegExp(
      `${TO_BE_COLLECTED}|已制作|已制证|已制章|制[作证章]完成|已出证|已到货|待发放?(?!起|送)|ready` +
        // On its way by post: made, and not yet in the unit's hand.
        '|(?<![未不免]|不用|无需)(?:邮寄|寄出|寄送|寄件|快递|派送|配送|运输)(?!地址|签收|妥投|已)|已寄(?!存)|已发货',
    ),
    'ready',
  ],
  [/已转(?!账)|转服务商|转交|制[作证章]中|待制[作证章]|办理中|审核中|受理中|已受理|forwarded/, 'forwarded'],
  [/试登|已登录|登录正常|登录成功|登陆成功|已试用|logintried/, 'login-tried'],
  [/解绑|解除绑定|unbound/, 'unbound'],
  [/绑定|已绑|bound/, 'bound'],
  [
    /已[代自]?领|领取|已发放|已[代自]?取(?!消)|已发(?!起|送|函|通知|短信|货)|(?<!(?:材料|资料|申请表?)已?)签收|妥投|collected/,
    'collected',
  ],
  [
    /已报(?!废|错|失)|已上报|已申报|已提交|已申请|已申领|已报送|已交(?!接|付|费|款)|已收件|(?<!(?:未|没|待|等|不|若|如|需|须|请|催|望)[^,;]{0,4})收到(?:申请|材料|资料)(?!后)|(?:申请表?|材料|资料)(?:均|都|全部)?已收[到齐]|filed/,
    'filed',
  ],
];

/** What is done at each end of the way, and what a cell may say of it: that it is not, is yet to be, or went wrong. */
const DEED = '(?:换?绑定?|解绑|解除绑定|试?登[录陆]?|试用)';
const NOT_DONE = new RegExp(
  '(?:尚未|还未|还没有?|暂未|暂不|没有?|未能|无法|不能|不用|不必|无需|不需要?|未|待|等待?|需要?|要|应|可以?|将|拟|请|申请|取消|正在|准备|尽快|抓紧|通知|提醒|督促|催|预约)' +
    `(?:完成|成功|及时|办理|进行|重新|再|去|先|尽快|其|单位)?(?:${DEED}|退回)` +
    '|部分(?:已?)(?:领取?|签收|发放|报送?|绑定|解绑)' +
    '|(?:无法|不能|未能|不便|拒绝|无需|不用|不需要?|忘记?|推迟|暂缓|延[期后迟]|放弃|取消|停止|不(?:想|愿意?|肯|来|去|会|再|予|准|给|急着?)?)' +
    `(?:领取?|自取|签收|补正|${DEED})` +
    '|(?:申请表?|材料|资料)(?:还|尚)?(?:未|没有?)签收' +
    `|(?:${DEED}|领取)(?:操作)?(?:失败|不成功|未成功|[未不]通过|不上|不了|有误|异常|出错|中|申请)`,
  'g',
);

/** What is yet to come, to the end of its clause: 「预计9月20日领取」, 「计划本周绑定」. */
const PLANNED = new RegExp(
  '(?:预计|预期|估计|计划|打算|争取|约定|约(?=\\d|[本下这上]?(?:周|星期|月)|明|后天)|拟(?!合)|即将|将(?=于|在|会|要|由|领|取|签|绑|报|登)' +
    '|准备|待(?=\\d|[本下]周|[本下]月)|(?:明[天日]|后天|下周|下个?月|近期|近日|改[天日]|择日|届时)(?![^,;、。()]*已))[^,;、。()]*',
  'g',
);
/** The old one is gone, and that is why there is a new one. */
const OLD_IS_GONE = /(?:原|旧)[^,;、。()]*(?:丢失|遗失|损坏|丢了|挂失|被盗)/g;
const NUMBER = '[\\d一二两三四五六七八九十]+(?:[把只枚套]|个(?!公?章|印))';
/** It was in hand, and is not, or not all of it; or nobody is sure. What was reached is for the person to say. */
const DOUBTFUL = new RegExp(
  '丢失|遗失|损坏|丢了|弄丢|挂失|被盗|领错|错领|发错|错发' +
    `|(?:还差|还缺|还欠|还少|还有|还剩|尚缺|尚差|尚欠|尚余|缺|差|少|剩|余)(?:余|下)?${NUMBER}` +
    `|[未没](?:全部?)?(?:领|取|发|绑)[取定]?[完全齐]|[未没]全部?(?:领|取|发|绑)|其余|余下` +
    `|已(?:领|取|发|绑)[^。]*${NUMBER}[^,;。]{0,2}[未没待](?:领|取|发|绑)` +
    '|\\?|是否|可能|疑似|不确定',
);
/** What stands whatever became of the thing later: it was sent back, or is not in the unit's hand. */
const STANDS_IN_DOUBT: readonly TrackState[] = ['not-filed', 'returned', 'forwarded', 'ready'];
/** Of a part, nothing is said of the whole. */
const IN_PARTS = new RegExp(`${NUMBER}|[完全齐]|其余|余下`);

/**
 * The state a cell names; null where it is none of ours. What a cell says is not done names none: 「已领取未绑定」 is
 * collected, 「绑定失败」 leaves open what is. Nor does what is planned, was lost, or is done in part.
 */
export function stateIn(text: string): TrackState | null {
  const word = keyOf(text)
    .replace(/[-_]/g, '')
    .replace(OLD_IS_GONE, '')
    .replace(PLANNED, '')
    .replace(NOT_DONE, '');
  const state = STATE_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
  if (state === null) return null;
  const [doubt] = DOUBTFUL.exec(word) ?? [];
  if (doubt === undefined) return state;
  // 「已领错退回」 is of the thing, 「退回，还差2把的申请」 of the application.
  if (doubt.includes('错')) return null;
  return state === 'returned' || (STANDS_IN_DOUBT.includes(state) && !IN_PARTS.test(doubt)) ? state : null;
}
