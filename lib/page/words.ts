/**
 * What words on a page mean to us. Each sense is a list of phrases of normalised text (`normalise`); a
 * text is tested once and then carries its senses as bits. Phrases come from how such pages speak
 * (field-notes §1, design.md §2), not from any one page.
 */

/** One bit a sense; together they fit a 31-bit integer. */
export const Sense = {
  login: 1 << 0,
  /** 证书 alone: may be TLS, a training certificate, a seal. Never enough by itself. */
  cert: 1 << 1,
  /** Words that only a certificate key has: CA, UKey, USBKey, U盾, a certificate's serial number. */
  key: 1 << 2,
  pin: 1 << 3,
  password: 1 << 4,
  account: 1 << 5,
  unbind: 1 << 6,
  /** 绑定 as a word of its own: 解除绑定 and 已绑定 do not count. */
  bind: 1 << 7,
  success: 1 << 8,
  ask: 1 << 9,
  insert: 1 << 10,
  absent: 1 << 11,
  driver: 1 << 12,
  install: 1 << 13,
  wrong: 1 << 14,
  locked: 1 << 15,
  expired: 1 << 16,
  /** 已绑定: how things stand, not what a control does. */
  bound: 1 << 17,
  session: 1 << 18,
  busy: 1 << 19,
  /** Things that are bound and unbound besides certificates. */
  otherThing: 1 << 20,
  /** Using a certificate is not binding it. */
  use: 1 << 21,
  change: 1 << 22,
  cancel: 1 << 23,
  proceed: 1 << 24,
  logout: 1 << 25,
  home: 1 << 26,
  manage: 1 << 27,
  fetch: 1 << 28,
  /** Advice and conditions: 如…, 若…, …成功后. Not a statement about now. */
  advice: 1 << 29,
  /** 未绑定: how things stand, too. */
  unbound: 1 << 30,
} as const;

const KEY =
  '(?<![a-z0-9])ca(?![a-z0-9])|u[ -]?key|usb[ -]?key|(?<![a-z0-9] ?)key(?![a-z])|u盾|加密锁|加密狗|加密设备|电子钥匙|电子密钥|密码钥匙|证书锁|登录锁|(?:插|主|副|子|新|原|旧|投标|企业|单位|法人)锁|数字证书|电子证书|证书(?:序列号|编号|dn|介质|口令|密码)|(?<![a-z])pin(?![a-z])';
/** Up to eight or twelve characters inside one clause; captured, so that evidence can leave them out. */
const GAP = '([^,。;!?]{0,8}?)';
const LONG_GAP = '([^,。;!?请]{0,12}?)';
const UNBIND = `解绑|(?:解除|取消|清除|撤销|撤消)${GAP}(?:绑定|关联)|绑定解除|(?<![a-z])unbind`;
const BOUND = `(?:已|曾)${LONG_GAP}(?:绑定|绑过)|只能绑定|绑定过|被${LONG_GAP}绑定`;
const UNBOUND = `(?:未|尚无|没有)${GAP}绑定`;

/** In the order of the bits of `Sense`. `bind` is tested after unbinding and states are taken out. */
const PHRASES: readonly string[] = [
  '登录|登入|(?<![a-z])(?:log ?in|sign ?in)(?![a-z])',
  '证书',
  KEY,
  '(?<![a-z])pin(?![a-z])|口令|(?:证书|ca|key|盾|锁|介质)的?(?:保护)?密码',
  '密码|口令|(?<![a-z])password',
  '账号|账户|用户名|登录名|用户账|用户id|工号|手机号|邮箱|用户代码|(?<![a-z])(?:user ?name|account)',
  UNBIND,
  '绑定|换绑|重绑|(?<![a-z])(?:re)?bind(?![a-z])',
  '成功|已完成|(?:绑定|解绑)完成',
  '确定|确认|是否|[吗么]|\\?',
  '插入|请插|插好|插上|插锁|插key|插盾|插ca',
  `(?:未|没有?|无法|不)能?(?:正确)?(?:检测|检查|侦测|识别|发现|找到?|插入|插好|连接|读取?|获取|枚举|探测)(?!失败)|检测不到|找不到|读不到|不存在|(?:读取?|获取|枚举|打开|连接|加载|检测)${GAP}(?:失败|异常|出错)|(?:设备|key|锁|盾|证书)${GAP}(?:拔出|已拔)|0xe0000027|0xe0010000`,
  '驱动|控件|助手|客户端|插件|中间件|组件|(?:ca|key|盾|证书|签名|加密|本地)服务',
  `未安装|没有?安装|未正确安装|安装失败|请${GAP}(?:安装|下载|启动|运行)|重新安装|(?:未|没有)(?:启动|运行|启用|注册)|(?:启动|注册|连接|加载|调用)${GAP}失败|(?:未|没有?)(?:检测|发现|找到)`,
  `错误|不正确|有误|不对|不匹配|(?:验证|校验|认证)${GAP}失败|验证不通过|0x0a000024`,
  '(?<![将会能后即被自动已经])(?:已经?|自动|被)*锁[定死住]|已锁|锁了|次数(?:已用完|用尽|超限|超过|已达)|(?:剩余|还剩)0次|0x0a000025',
  '过期|到期|失效|超过有效期|不在有效期|有效期已',
  BOUND,
  `(?:登录|会话|令牌|身份|认证|凭证|token|session)${GAP}(?:过期|超时|失效|无效|结束)|(?:长时间|太久)(?:未|没有?)操作`,
  `(?:系统|服务器?|网络|后台|接口|平台)(?:正|正在|当前|内部|连接|请求|访问|响应|升级)*(?:繁忙|忙|异常|错误|出错|维护|超时|不可用|故障|拥堵|开小差)|(?:稍后|稍候|稍等)${GAP}(?:再试|重试)|操作(?:太|过于)?频繁|bad gateway|service unavailable|internal server error|gateway time-?out`,
  '微信|qq|银行|支付宝|钉钉|微博|手机|邮箱|设备|域名|ssl|tls|https|nginx|培训|荣誉|学历|毕业|第三方|sim|锁匠|门锁|智能锁|车辆|水表|电表|学生|会员|卡号|公众号|小程序|角色|菜单|部门|门店|推荐人|主机|服务器',
  '解密|加密标书|签名|签章|盖章|验签|投标文件|开标|支付|转账|付款',
  `修改|重置|忘记|找回|旧密码|原密码|新密码|(?:确认|再次|重复)${GAP}密码|注册(?!失败|表)|解锁|解除锁定`,
  '^(?:取消|关闭|返回|否|不|放弃|暂不|稍后|再想想|我再想想|cancel|close|no$|x$|×|✕)',
  '^(?:确定|确认|提交|保存|下一步|是$|好$|好的|继续|完成|ok|yes|submit|confirm|知道了|我知道了)',
  '退出|注销|登出|(?<![a-z])log ?out',
  '工作台|桌面|首页|欢迎|待办|您好|你好',
  '管理|列表|清单|信息|更换|变更|调整|新增|添加|续期|更新|删除|服务|中心|注销|冻结|挂失',
  '获取|读取|激活|刷新|检测|选择|识别',
  '(?:^|[,。;!?、:(])(?:如|若|当|为了|首次|注意|温馨|说明|常见|问题|q:)|如果|如何|怎么|为什么|(?:成功|完成|失败|过期|错误|繁忙)(?:之?后|时|的)|即将|将于|将在|临近|请先?确[保认]|确保',
  UNBOUND,
];
const SENSES = PHRASES.map((phrases) => new RegExp(phrases));
const BIND_AT = Math.log2(Sense.bind);
const ABSENT_AT = Math.log2(Sense.absent);
const NOT_BINDING = new RegExp(`${UNBIND}|${UNBOUND}|${BOUND}`, 'g');

/**
 * Cheap first test on raw text: nothing without one of these can carry a sense that a rule asks for by
 * itself. A test keeps it in step with the phrases.
 */
export const ANCHOR =
  /[录陆入证盾锁钥狗钥密口令帐账户名号箱绑联功成确是吗么?？插测查现找读取连枚打驱控助端件务装动误不对验次期效时忙障维试频微行支钉博手设域培荣学毕方车水电会公小角菜部门推主服解加签盖投开付改置忘回旧原新注除消闭返否放稍再交存步好继完知退登工桌首欢待您你管列清信更变调添续中选激刷识如若当为注提温说常问即将临保取]|ca|key|pin|log|sign|bind|pass|user|account|usb|0x|ok|yes|no|cancel|close|submit|confirm|qq|ssl|tls|http|sim|nginx|token|session|gateway|server|available|[Ａ-Ｚａ-ｚ×✕]/i;

/** What opens a piece of advice: 如未检测到… says nothing about now. */
const ADVICE_OPENS = /^(?:如|若|当|请|问|q)/;

/** Whether the text leads with what is absent: a statement about now, and no advice. */
export function leadsWithAbsence(text: string): boolean {
  const match = SENSES[ABSENT_AT]?.exec(text);
  return !!match && match.index <= 3 && !ADVICE_OPENS.test(text);
}

/** The senses of one normalised text. */
export function sensesOf(text: string): number {
  let senses = 0;
  for (let at = 0; at < SENSES.length; at += 1) {
    if (at !== BIND_AT && SENSES[at]?.test(text)) senses |= 1 << at;
  }
  const rest = senses & (Sense.unbind | Sense.bound | Sense.unbound) ? text.replace(NOT_BINDING, '') : text;
  if (SENSES[BIND_AT]?.test(rest)) senses |= Sense.bind;
  return senses;
}

/** The words of our own vocabulary that gave these senses; never the text in between or around. */
export function wordsFor(senses: number, text: string): string {
  const rest = text.replace(NOT_BINDING, '');
  const words = SENSES.flatMap((sense, at) => {
    const match = senses & (1 << at) ? sense.exec(at === BIND_AT ? rest : text) : null;
    if (!match) return [];
    return match.slice(1).reduce((words, gap) => (gap ? words.replace(gap, '…') : words), match[0]);
  });
  return [...new Set(words)].join(' ').slice(0, 40);
}
