/**
 * Words of the tests' own skin. Recognition rules were not written against it: whoever works on `lib/page`
 * keeps out of this folder.
 */
import type { Outcome } from '@/components/practice/system';

export const UNSEEN_WORDS = {
  title: '样例交易大厅',
  accountTab: '密码登陆',
  keyTab: 'UKey登陆',
  account: '账　户',
  password: '密　码',
  enter: '立即登陆',
  keyPassword: 'UKey口令',
  keyHelp: '请将UKey插入电脑USB接口。未安装驱动？请下载证书助手。',
  guest: '游客浏览',

  nav: { desk: '工作台', hall: '竞价大厅', orders: '我的订单', key: 'UKey管理', seal: '电子印章' },
  leave: '退出',
  deskHello: '下午好',
  deskCards: ['待报价项目', '待签合同', '履约评价'],
  deskNote: '提醒：参与竞价前请确认UKey在有效期内。',

  safetyTitle: '账户安全',
  keyTitle: '我的UKey',
  keySteps: '换绑说明：先解绑原UKey，再绑定新UKey，绑定后请使用新UKey登陆。',
  holder: '证书持有者',
  serial: '证书序列号',
  issuer: '签发单位',
  until: '到期日',
  status: '状态',
  bound: '使用中',
  unbind: '解绑UKey',
  lose: '挂失',
  changePin: '修改口令',
  report: '上报信息',
  noKey: '您尚未绑定UKey。',
  bind: '绑定UKey',
  phone: '手机号码',
  phoneShown: '000****0000',
  phoneChange: '更换',
  wechat: '微信',
  wechatShown: '已绑定',
  wechatUnbind: '解绑',
  loginPassword: '登陆密码',
  loginPasswordChange: '修改密码',

  confirmTitle: '温馨提示',
  confirmText: '确认解除该UKey与当前账户的绑定吗？解除后请使用账户密码登陆。',
  confirmNo: '再想想',
  confirmYes: '确认解除',

  bindTitle: '绑定UKey',
  bindLead: '请选择证书并输入UKey口令',
  bindCertificate: 'UKey证书',
  bindNone: '未读取到证书',
  bindPick: '请选择一张证书',
  bindNo: '取消',
  bindYes: '立即绑定',

  passwordTitle: '修改登陆密码',
  passwordFields: ['当前密码', '新密码', '再次输入'],
  passwordSave: '提交修改',
  sealTitle: '电子印章',
  sealLines: ['合同专用章', '状态：已制作', '有效期：与单位资质一致'],
  sealApply: '申请变更',

  boxTitle: '信息',
  boxOk: '知道了',
  loading: '拼命加载中',
} as const;

export const UNSEEN_OUTCOMES: Record<Outcome, (triesLeft: number) => string> = {
  'unbind-done': () => 'UKey解绑成功',
  'bind-done': () => 'UKey绑定成功，请重新使用UKey登陆',
  'driver-missing': () => '未检测到证书助手，请下载并安装驱动程序',
  'key-missing': () => '未检测到UKey，请确认UKey已插入',
  'pin-wrong': (left) => `UKey口令不正确，您还有${left}次机会`,
  'pin-locked': () => 'UKey口令已被锁死，请联系证书服务商解锁',
  'certificate-expired': () => 'UKey证书已过期，请先办理续期',
  'already-bound': () => '该UKey已经绑定其他账户',
  'account-bound': () => '您的账户已绑定UKey，请勿重复绑定',
  'session-expired': () => '登陆已失效，请重新登陆',
  'system-busy': () => '服务器繁忙，请稍后重试',
  'not-bound': () => '该UKey尚未绑定任何账户',
};
