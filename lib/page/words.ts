/**
 * Which words have which sense. Phrases of normalised text (`normalise`), gathered from how such pages
 * speak (field-notes §1, design.md §2), not from any one page. `.` stays within a clause: there
 * punctuation is a line break.
 */
import { ABSENT, BIND } from './senses';

const UNBINDS = '解绑|(解除|取消|清除|撤[销消]).{0,8}?绑定|绑定解除|unbind';
const IS_BOUND = '[已曾][^请\\n]{0,12}?绑[定过]|只能绑定|绑定过|被.{0,12}?绑定';
const IS_UNBOUND = '(未|尚无|没有).{0,4}绑定';

/** In the order of the bits in senses.ts. */
const SENSES = [
  '登[录入]|log ?in|sign ?in',
  '证书',
  '(?<![a-z0-9])(ca|pin)(?![a-z])|(?<![a-z] ?)key(?![a-z])|u(sb)?[ -]?key|u盾|加密[锁狗]|(电子|密码)钥匙|(数字|电子)证书|[书录插主副新原旧标业人]锁(?![定住死])|证书(序|dn|介质|口令|密码)',
  '(?<![a-z])pin(?![a-z])|口令|(书|ca|key|盾|锁|介质)的?密码',
  '密码|口令|password',
  '账[号户]|用户[名账代]|登录名|工号|手机|邮箱|user ?name|account',
  UNBINDS,
  '绑定|[换重]绑|bind',
  '成功|[绑定已]完成',
  '确[定认]|是否|[吗么]',
  '插[入好上锁盾cku]',
  '(未|没有?|无法|不)能?(正确)?(检[测查]|识别|发现|找到|插|连接|读[取到]|获取)|[测找读]不到|不存在|(读取?|获取|枚举|打开|连接|加载|检测).{0,8}(失败|异常)|拔出|0xe00[01]00',
  '驱动|控件|助手|客户端|插件|组件|中间件|(ca|key|盾|书|签名|加密|本地)服务',
  '(未|没有?|重新|请.{0,6})(正确)?(安装|下载|启动|运行|注册|检测|发现|找到)|(安装|启动|注册|连接|加载|调用).{0,4}失败',
  '错误|不正确|有误|不对|不匹配|[验认校].{0,5}(失败|不通过)|0x0a000024',
  '(?<![将会后被动已经])(已经?|自动|被)*锁[定死住]|已锁|次数(已|用尽|超)|[余剩]0次|0x0a000025',
  '过期|到期|失效|[超不][过在]有效',
  IS_BOUND,
  '(登录|会话|令牌|身份|认证|token|session).{0,8}?(过期|超时|失效|无效)|长时间',
  '(系统|服务|网络|平台).{0,6}(忙|异常|错|维护|超时|故障)|稍[后候].{0,4}试|频繁|bad gateway|unavailable|internal server',
  '微[信博]|qq|银行|支付宝|钉钉|手机|邮箱|设备|域名|ssl|tls|https|培训|第三方|sim|车|[水电]表|学生|会员|卡号|公众号|角色|菜单|部门|服务器',
  '解密|签[名章]|盖章|验签|开标|投标文件|支付|转账|付款',
  '修改|重置|忘记|找回|[旧原新]密码|(确认|再次|重复).{0,6}(密码|口令|pin)|注册(?!失败|表)|解锁',
  '^(取消|关闭|返回|否|不|放弃|暂|稍后|再想|cancel|close|no$|x$|×|✕)',
  '^(确[定认]|提交|保存|下一步|是$|好|继续|完成|ok|yes|submit|confirm|我?知道)',
  '退出|注销|登出|log ?out',
  '工作台|桌面|首页|欢迎|待办|[您你]好',
  '管理|列表|清单|信息|更[换新]|变更|调整|新增|添加|续期|删除|服务|注销|挂失',
  '获取|读取|激活|刷新|检测|选择|识别',
  '^([如若当问]|为了|首次|注意)|如[果何]|怎么|(成功|完成|失败|期|错误)(之?后|时|的)|即将|将[于在]|临近|请?确保|请确认',
  IS_UNBOUND,
].map((phrases) => new RegExp(phrases, 'm'));

const NOT_BINDING = new RegExp(`${UNBINDS}|${IS_UNBOUND}|${IS_BOUND}`, 'g');

/** The text in which a sense is looked for: binding, where unbinding and states are taken out. */
const readFor = (bit: number, text: string) => (bit === BIND ? text.replace(NOT_BINDING, '') : text);

/** Most texts have none: one test tells. */
const ANY = new RegExp(SENSES.map(({ source }) => source).join('|'), 'm');

/** The senses of one normalised text. */
export const sensesOf = (text: string): number =>
  (ANY.test(text) ? SENSES : []).reduce(
    (senses, sense, at) => (sense.test(readFor(1 << at, text)) ? senses | (1 << at) : senses),
    0,
  );

/** Whether the text leads with what is absent: a statement about now, and no advice. */
export function leadsWithAbsence(text: string): boolean {
  const at = SENSES[Math.log2(ABSENT)]?.exec(text)?.index ?? 9;
  return at <= 3 && !/^[如若当请问q]/.test(text);
}

/** The words of our own vocabulary that gave these senses; what stood between them is left out. */
export function wordsFor(senses: number, text: string): string {
  const words = SENSES.map((sense, at) => {
    const found = senses & (1 << at) && sense.exec(readFor(1 << at, text));
    return found ? found[0].replace(/[^\n]/g, (each) => (sense.source.includes(each) ? each : '…')) : '';
  });
  return [...new Set(words)].join(' ').trim().slice(0, 40);
}
