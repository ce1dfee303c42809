/**
 * Which words have which sense: phrases of normalised text (`normalise`), as regular expressions, gathered
 * from how such pages speak (field-notes §1, design.md §2), not from any one page. `.` stays within a
 * clause: there punctuation is a line break.
 */
import {
  ABSENT,
  ACCOUNT,
  ADVICE,
  ASK,
  BIND,
  BOUND,
  BUSY,
  CANCEL,
  CERT,
  CHANGE,
  DRIVER,
  EXPIRED,
  FETCH,
  HOME,
  INSERT,
  INSTALL,
  KEY,
  LOCKED,
  LOGIN,
  LOGOUT,
  MANAGE,
  OTHER,
  PASSWORD,
  PIN,
  PROCEED,
  SESSION,
  SUCCESS,
  UNBIND,
  UNBOUND,
  USE,
  WRONG,
} from './senses';

// 解除数字证书与用户“张三”的绑定 has whose it is between.
// 解除CA锁 may be of a key that is locked.
const UNBINDS =
  '解绑|[解取清撤][除消销](.{0,16}?|.{0,40}的)绑定|解除(ca|u盾|u(sb)?-?key|(数字)?证书)(?!.*[锁冻挂停])';
// 已与账号解除绑定 is the opposite.
// 已被账号(hz_0***2)绑定 has whose it is in brackets, which are no group (words.ts).
const IS_BOUND = '[已被]([^请解撤消\\n\\x28]|\\x28[^\\n\\x29]*\\x29){0,12}?绑定|绑定过';
const IS_UNBOUND = '[未没].{0,4}绑定';

/** At the beginning of a text; the shortest only there, or they are half of something else. */
const CANCELS = '取消(?!.*绑)|关闭|返回|再想';
const PROCEEDS = '确[定认]|提交|保存|下一步|继续|完成|ok|我?知道|是的';

/** What a page needs on the machine to see a key. */
const PROGRAM = '驱动|[控插组]件|助手|客户端';

/** 如…, 若…, …成功后: what may be. */
const CONDITION = [
  '(^|:)([如若问]|当(?![前日天月]))',
  '首次',
  '注意',
  '如[果何]',
  '怎[么样]',
  '为什么',
  '[功成败期误]之?([后的]|时(?!间))',
  '[到示新定](后|时(?!间))',
  '(?<!或安)装(后|时(?!间))',
  '(解绑|绑定|[解清]除)后',
  '[^同及小按实超]时($|[请可需])',
  // What will be asked, in a notice's words: 在弹出的“确定解绑吗”窗口.
  '[“"「][^”"」\\n]*吗',
  '即将',
  '遇到',
  '将(于|在|无法|不能)',
  '确保',
  '请确认',
  '时使用',
  '仍[提然]',
  '会.{0,3}提示',
  '(提示|显示|出现)[^:\\n]{0,8}成功',
].join('|');
/** …的公告: what somebody else wrote about it. */
const READING = [
  '公告',
  '通知',
  '调查',
  '[问解答][答疑]',
  '常见',
  '[教流]程',
  '须知',
  '指南',
  '手册',
  '说明',
  '安排',
  '[^目是]的$',
].join('|');

/** A server's own name, not somebody's address for mail. Its words are the site's, and may be somebody's. */
export const HOST = '(?<![@\\w.-])([*\\w-]+\\.)+(com|cn|net|org)\\b';

/** One expression a sense; joined where it stands, which the bundler does before the release. */
export const PHRASES: ReadonlyMap<number, string> = new Map([
  // 登录名, 登录日志 are of an account, wherever one writes them.
  [LOGIN, ['登[录入](?!名|密|账|日|时|记|设|历)', '进入系统', '\\b(log|sign) ?in\\b'].join('|')],
  [CERT, '证书'],
  // What only a certificate key has. An issuing CA, a number (CA-2023-7), and a key of a product or an interface, are none.
  [
    KEY,
    [
      '(?<!颁发 ?|根|root |签发|客户端|rsa |ecc |tls )\\bca\\b(?! ?g\\d|-\\d)',
      '\\bpin\\b',
      '(?<!产品|密|\\w )\\bkey\\b',
      '(?<![a-z])[iu](sb)?[ -]?key',
      'u盾',
      // UK alone may be a country.
      '\\buk(?=[登口密绑解锁证])',
      '加密[锁狗]',
      '钥匙',
      // 下载电子证书 is of what was awarded.
      '(?<!下载.)[字子]证书',
      '[书录插主副新原旧标业]锁(?![定住死])',
      '(?<!解)锁登',
      '书(序|dn|sn|口令|密码)',
      '介质',
    ].join('|'),
  ],
  [PIN, ['\\bpin\\b', '口令', '([书盾锁质卡]|ca|key)的?密码'].join('|')],
  [PASSWORD, ['密码', '口令', 'passwo?r?d'].join('|')],
  [
    ACCOUNT,
    [
      '账[号户]',
      '用户[名代登编]',
      'user ?name',
      '登录(名|id)',
      '工号',
      '手机',
      '邮箱',
      '操作员',
      '会员[名号编]',
      '信用代码',
      '识别号',
      '单位代码',
    ].join('|'),
  ],
  [UNBIND, UNBINDS],
  [BIND, ['绑定', '[换重]绑'].join('|')],
  [SUCCESS, ['(?<![未没不].{0,5})成功', '[绑定]完成'].join('|')],
  [ASK, ['确[定认]', '是否', '吗', '继续'].join('|')],
  [INSERT, ['请插', '插[入好上锁]', '[盾y锁书]已连接'].join('|')],
  [
    ABSENT,
    [
      '(未|没有?|不|无法)能?(检|识别|发现|找到|插|连接|读[取到]|获取)',
      '[测找读]不到',
      '不存在',
      '[没无]有?可用',
      '列表为空',
      // Of what this machine has, not of what a machine should have: 未安装驱动请下载 is help.
      '([您机脑器]|检测到).{0,6}[未没]有?安装',
      `(${PROGRAM}|服务)[未没]有?(正常)?(启动|运行|注册)`,
      `(初始化|加载|调用).{0,8}(${PROGRAM}).{0,2}失败`,
      `(${PROGRAM}).{0,4}(初始化|加载|调用)失败`,
      '[取举开接测].{0,8}失败',
      '(?<!请.{0,4})拔出',
      '0xe00[01]00',
    ].join('|'),
  ],
  [DRIVER, [PROGRAM, '[ay盾书名]服务'].join('|')],
  [
    INSTALL,
    [
      '([未没有新]|请.{0,6})(正确)?(安装|下载|启动|打开|运行|注册|检测|发现|找到)',
      '[装动接载].{0,4}失败',
      `(检查|确认)[^插\\n]{0,10}(${PROGRAM}).{0,4}(安装|启动|运行)`,
      `(检查|确认)[^插\\n]{0,6}(安装|启动|运行).{0,6}(${PROGRAM})`,
      '版本[过太][低旧]',
    ].join('|'),
  ],
  [
    WRONG,
    ['错误', '不[正对匹]', '有误', '[验认校].{0,5}失败', '[验认校].{0,5}[不未]通过', '0x0a000024'].join('|'),
  ],
  [
    LOCKED,
    [
      '(?<![将会后被自动已])[已被自动]*锁[定死住]',
      '已锁',
      '次数[已用超]',
      '次数[为:]?0(?!\\d)',
      '0x0a000025',
    ].join('|'),
  ],
  [EXPIRED, ['[过到]期(?![前日时提])', '失效', '过有效', '不在有效', '有效期已?过', '超期'].join('|')],
  [BOUND, IS_BOUND],
  [
    SESSION,
    ['(登录|会话|session|token|令牌|身份信息)[^证锁]{0,8}?(过期|超时|失效)(?!时间)', '长时间'].join('|'),
  ],
  [BUSY, ['(系统|服务|网络|请求).{0,6}(忙|异常|错|维护|超时|故障)', '稍[后候].{0,4}试', '频繁'].join('|')],
  [
    OTHER,
    [
      '微[信博]',
      'qq',
      '银行',
      '支付',
      '[扫短][码信]',
      '手机',
      '邮箱',
      // 办公设备有限公司 is who, not what.
      '设备(?!.{0,6}公司)',
      '域名',
      HOST,
      'ssl',
      '卡号',
      '角色',
      '部门',
      '钉钉',
      '飞书',
      'https',
      'ingress',
      'nginx',
      '网关',
      '集群',
    ].join('|'),
  ],
  [USE, ['解密', '签[名章]', '盖章', '开标', '支付', '付款'].join('|')],
  [
    CHANGE,
    [
      '修改',
      '重置',
      '忘记',
      '([旧原新](?!证书|ca)|确认|再次).{0,6}(密码|口令|pin)',
      '注册(?!失败|表)',
      '解锁',
    ].join('|'),
  ],
  [CANCEL, `^(${CANCELS}|否|不|暂|x$|×)`],
  [PROCEED, `^(${PROCEEDS}|是$|好|ok)`],
  [LOGOUT, ['退出', '注销', '登出'].join('|')],
  [HOME, ['工作台', '桌面', '待办', '首页', '欢迎', '[您你]好', 'workbench'].join('|')],
  [
    MANAGE,
    ['管理', '列表', '清单', '信息', '更[换新]', '变更', '调整', '新增', '添加', '删除', '服务'].join('|'),
  ],
  [FETCH, ['[获读]取', '激活', '刷新', '检测', '选择'].join('|')],
  [ADVICE, [CONDITION, READING].join('|')],
  [UNBOUND, IS_UNBOUND],
]);

/** What says nothing by itself, not even on a button. */
const FAINT: readonly number[] = [MANAGE, ADVICE];
/** What stands at the beginning of a text stands anywhere in a block. */
const IN_BLOCKS = new Map([
  [CANCEL, CANCELS],
  [PROCEED, PROCEEDS],
]);
const CONDITIONS = /\\b|\(\?<?[=!][^)]*\)/g;

/**
 * Words of ours in many texts run together, without spaces: where this finds none, none of the texts has a
 * sense that counts, unless it is one of a few characters. It finds more than there is, having no conditions.
 */
export const IN_BLOCK: string = [...PHRASES]
  .filter(([bit]) => !FAINT.includes(bit))
  .map(([bit, phrases]) => IN_BLOCKS.get(bit) ?? phrases)
  .join('|')
  .replace(CONDITIONS, '')
  .concat('|登陆|帐[号户]');
