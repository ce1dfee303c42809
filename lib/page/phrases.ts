/**
 * Which words have which sense: phrases of normalised text (`normalise`), as regular expressions, gathered
 * from how such pages speak (field-notes §1, design.md §2), not from any one page. `.` stays within a
 * clause: there punctuation is a line break.
 *
 * Nothing shipped imports this file: `phrases.packed.ts` is made from it by `scripts/pack-phrases.ts`, and
 * a test keeps the two in step.
 */

const UNBINDS = '解绑|[解取清撤][除消销].{0,16}?绑定';
const IS_BOUND = '[已被][^请\\n]{0,12}?绑定|能绑|绑定过';
const IS_UNBOUND = '[未没].{0,4}绑定';

/** In the order of the bits in senses.ts. */
export const PHRASES = [
  '登[录入]',
  '证书',
  '\\b(ca|pin)\\b|(?<!\\w )\\bkey\\b|u(sb)?[ -]?key|u盾|加密[锁狗]|钥匙|[字子]证书|[书录插主副新原旧标业]锁(?![定住死])|书(序|dn|介质|口令|密码)',
  '\\bpin\\b|口令|([书盾锁质]|ca|key)的?密码',
  '密码|口令',
  '账[号户]|用户[名代登]|登录名|工号|手机|邮箱',
  UNBINDS,
  '绑定|[换重]绑',
  '成功|[绑定]完成',
  '确[定认]|是否|吗|继续',
  '请插|插[入好上锁]',
  '(未|没有?|不|无法)能?(检|识别|发现|找到|插|连接|读[取到]|获取)|[测找读]不到|不存在|[取举开接测].{0,8}失败|拔出|0xe00[01]00',
  '驱动|[控插组]件|助手|客户端|[ay盾书名]服务',
  '([未没有新]|请.{0,6})(正确)?(安装|下载|启动|运行|注册|检测|发现|找到)|[装动接载].{0,4}失败',
  '错误|不[正对匹]|有误|[验认校].{0,5}失败|0x0a000024',
  '(?<![将会后被自动已])[已被自动]*锁[定死住]|已锁|次数[已用超]|0x0a000025',
  '过期|到期|失效|过有效|不在有效',
  IS_BOUND,
  '(登录|会话).{0,8}?(过期|超时|失效)|长时间',
  '(系统|服务|网络).{0,6}(忙|异常|错|维护|超时|故障)|稍[后候].{0,4}试|频繁',
  '微[信博]|qq|银行|支付|[扫短][码信]|手机|邮箱|设备|域名|ssl|卡号|角色|部门',
  '解密|签[名章]|盖章|开标|支付|付款',
  '修改|重置|忘记|([旧原新]|确认|再次).{0,6}(密码|口令|pin)|注册(?!失败|表)|解锁',
  '^(取消(?!.*绑)|关闭|返回|否|不|暂|再想|x$|×)',
  '^(确[定认]|提交|保存|下一步|是$|好|继续|完成|ok|我?知道)',
  '退出|注销|登出',
  '工作台|桌面|首页|欢迎|[您你]好|workbench',
  '管理|列表|清单|信息|更[换新]|变更|调整|新增|添加|删除|服务',
  '[获读]取|激活|刷新|检测|选择',
  '^[如若当问]|首次|注意|如[果何]|怎么|[功成败期误]之?[后时的]|即将|将[于在]|确保|请确认',
  IS_UNBOUND,
];
