/** Words of the skin `element`: the imitated site's own, invented, in the manner of such systems. */
import type { Outcome } from '@/components/practice/system';

export const ELEMENT_WORDS = {
  title: '示例采购交易平台',
  accountTab: '账号登录',
  caTab: 'CA登录',
  userName: '请输入用户名',
  password: '请输入密码',
  captcha: '请输入验证码',
  captchaText: '7 3 9 2',
  login: '登 录',
  forgot: '忘记密码？',
  register: '供应商注册',
  caHint: '请插入CA锁，输入PIN码后登录',
  driverHint: '未安装CA驱动，请点击',
  driverLink: '驱动下载',
  pin: '请输入PIN码',
  support: '技术支持电话：000-0000000（示例）',

  menu: {
    home: '首页',
    plan: '采购计划',
    framework: '框架协议采购',
    contract: '合同管理',
    settings: '基础设置',
    password: '修改密码',
    ca: 'CA管理',
    seal: '签章管理',
  },
  logout: '退出',
  welcome: '欢迎使用',
  todo: '待办事项',
  todoColumns: ['序号', '事项', '提交时间', '操作'],
  todoRows: [
    ['框架协议订单确认', '09-12'],
    ['合同备案审核', '09-08'],
  ],
  todoAction: '办理',
  news: '通知公告',
  newsRows: ['关于做好年度采购计划填报的通知', '关于证书续期服务时间的说明', '系统升级维护公告'],

  caTitle: 'CA管理',
  caHelp: '温馨提示：绑定前请插入CA锁；未安装驱动请先下载安装。一个账号只能绑定一个CA证书。',
  bind: '绑定CA',
  report: '上报',
  caColumns: ['序号', '使用单位', '证书序列号', '颁发机构', '有效期至', '绑定状态', '操作'],
  bound: '已绑定',
  unbind: '解绑',
  unlock: '解锁',
  view: '查看',
  caEmpty: '暂无数据',

  sealTitle: '签章管理',
  sealColumns: ['序号', '签章名称', '签章类型', '状态', '操作'],
  sealRow: ['单位公章', '电子签章', '已启用'],
  sealActions: ['更换印模', '停用'],

  passwordTitle: '修改密码',
  passwordFields: ['原密码', '新密码', '确认新密码'],
  save: '保 存',

  unbindTitle: '解绑确认',
  unbindText: '确定要解绑该CA证书吗？解绑后将无法使用该CA登录系统。',
  cancel: '取 消',
  confirm: '确 定',

  bindTitle: '绑定CA',
  bindCertificate: '选择证书',
  bindCertificateHint: '请选择证书',
  bindSerial: '证书序列号',
  bindUntil: '有效期至',
  bindPin: 'PIN码',
  bindConfirm: '确认绑定',
  chooseFirst: '请选择证书',

  loading: '加载中…',
  boxTitle: '提示',
  boxConfirm: '确定',
} as const;

type Shown = {
  /** A line that fades, or a box that waits. */
  readonly as: 'message' | 'box';
  readonly tone: 'success' | 'error' | 'warning';
  readonly text: (triesLeft: number) => string;
};

export const ELEMENT_OUTCOMES: Record<Outcome, Shown> = {
  'unbind-done': { as: 'message', tone: 'success', text: () => '解绑成功' },
  'bind-done': { as: 'message', tone: 'success', text: () => 'CA绑定成功' },
  'driver-missing': { as: 'box', tone: 'error', text: () => '未检测到CA驱动，请检查CA驱动是否正确安装。' },
  'key-missing': { as: 'message', tone: 'error', text: () => '未检测到CA锁，请插入CA锁后重试' },
  'pin-wrong': { as: 'message', tone: 'error', text: (left) => `PIN码错误，还可重试${left}次` },
  'pin-locked': { as: 'box', tone: 'error', text: () => 'PIN码已锁定，请联系CA服务机构解锁。' },
  'certificate-expired': { as: 'box', tone: 'error', text: () => '当前CA证书已过期，请更换证书后重试。' },
  'already-bound': { as: 'message', tone: 'error', text: () => '该CA证书已被其他账号绑定' },
  'account-bound': { as: 'message', tone: 'warning', text: () => '当前账号已绑定CA证书，请先解绑' },
  'session-expired': { as: 'box', tone: 'warning', text: () => '登录已过期，请重新登录。' },
  'system-busy': { as: 'message', tone: 'error', text: () => '系统繁忙，请稍后再试' },
  'not-bound': { as: 'message', tone: 'error', text: () => '该CA证书未绑定账号，请使用账号密码登录' },
};
