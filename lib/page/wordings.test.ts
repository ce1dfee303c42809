// @vitest-environment jsdom
/** What pages say when something went wrong, in their own many words (field-notes §1), in every usual box. */
import { describe, expect, it } from 'vitest';
import { showHtml } from './fixtures/load';
import type { TroubleState } from './model';
import { recognise } from './recognise';
import { ERROR_LINES, keyLogin, MESSAGE_BOXES } from './testing/message-boxes';

type Wordings = Readonly<Partial<Record<TroubleState, readonly string[]>>>;

/** Statements: they tell of what is, wherever they stand. */
const STATEMENTS: Wordings = {
  'driver-missing': [
    '证书助手未安装或安装后控件未注册成功',
    '没有检测到证书助手',
    '未检测到证书驱动，请下载安装后重试',
    '您还没有安装CA控件，请下载安装',
    'CA服务连接失败，请检查客户端是否启动',
    '证书服务未启动',
    '签名控件加载失败，请安装最新版控件',
    '初始化CA控件失败',
    '无法连接到UKey服务，请确认已安装驱动',
    '您未安装数字证书客户端，点击下载',
    '检测到您的电脑未安装CA驱动，请安装后刷新页面',
    '当前浏览器未安装安全控件',
    '调用CA组件失败，请检查组件是否安装',
  ],
  'key-missing': [
    '没有检测到CA设备,请插入CA设备',
    '读取CA证书失败,请检查CA设备是否插好或驱动是否正确安装',
    '未检测到UKEY',
    '未检测到UKey，请插入后重试',
    '未找到可用的数字证书',
    '没有找到证书，请确认USBKey是否插好',
    '未发现CA锁',
    '获取证书失败，请检查CA锁是否插好',
    '读取证书信息失败',
    '当前未插入CA锁',
    '未插入USBKey',
    '没有可用的证书',
    '证书列表为空，请插入UKey',
    'UKey未插入或未识别',
    '设备未连接，请插入CA锁',
    '未读取到证书信息',
    '枚举证书失败，错误码0xE0000027',
    '您的UKey已拔出，请重新插入',
  ],
  'pin-wrong': [
    'PIN码错误',
    'PIN码错误，还可以输入5次',
    'PIN码不正确，剩余重试次数：5',
    '您输入的PIN码有误，请重新输入',
    '口令错误，请重新输入',
    'CA密码错误',
    '证书密码错误，还剩9次机会',
    '密码验证失败，UKey剩余重试次数4次',
    '校验PIN码失败',
    'PIN码校验不通过',
    '验证PIN失败：0x0A000024',
    '输入的证书口令不对',
    '登录UKey失败，口令不正确',
    'PIN码输入错误3次，再错3次将锁定',
  ],
  'pin-locked': [
    'PIN码已锁定，请联系CA机构解锁',
    'UKey已被锁定',
    '您的CA锁已锁死，请到窗口解锁',
    'PIN码输入错误次数过多，UKey已锁定',
    'PIN码重试次数已用完',
    '证书已锁定，请联系客服',
    '口令已锁死',
    'PIN码错误次数超限，已锁定',
    'PIN码剩余重试次数为0',
    'PIN码剩余次数：0，请联系CA公司解锁',
    '0x0A000025 PIN码被锁',
  ],
  'certificate-expired': [
    '证书已过期',
    '您的证书已过期，请及时办理续期',
    'CA证书已于2025-03-01到期',
    '数字证书已失效',
    '证书不在有效期内',
    '该证书已超过有效期',
    '证书有效期已过，请联系CA公司',
    '当前证书已过期，无法登录',
    '您的数字证书已经到期，请更新',
    '证书已超期',
  ],
  'already-bound': [
    '该CA已绑定其他账号',
    '该证书已被其他用户绑定',
    '该CA锁已经绑定过账号',
    '此UKey已与其他单位绑定',
    '当前证书已被绑定，请先解绑',
  ],
  'session-expired': [
    '登录超时，请重新登录',
    '会话已过期，请重新登录',
    '登录已失效，请重新登录',
    '您长时间未操作，请重新登录',
    '登录状态已过期',
    '用户登录信息已失效',
    '会话超时',
    '登录信息已过期，请重新登录',
    'session已过期，请重新登录',
    '由于您长时间没有操作，系统已自动退出',
    '您还没有登录或登录已超时',
    '身份信息已过期，请重新登录',
    'token已失效，请重新登录',
  ],
  'system-busy': [
    '系统繁忙，请稍后再试',
    '系统繁忙，请稍后重试',
    '服务器繁忙',
    '网络异常，请稍后再试',
    '系统异常，请联系管理员',
    '服务器内部错误',
    '服务暂时不可用，请稍后再试',
    '请求超时，请重试',
    '系统正在维护，请稍后访问',
    '当前访问人数过多，请稍后再试',
    '操作过于频繁，请稍后再试',
    '网络连接超时',
    '系统开小差了，请稍后再试',
  ],
};

/** What may as well stand in a page for long: an answer only in a box, help in a line of the form (trap 2). */
const REQUESTS: Wordings = {
  'driver-missing': [
    '请检查CA驱动是否正确安装',
    '请检查CA驱动是否正确安装！',
    '请先安装CA驱动程序',
    '请确认是否已安装CA客户端',
    'CA助手版本过低，请升级',
  ],
  'key-missing': ['请插入UKey', '请插入CA锁后再登录', '请检查UKey是否插入', '请确认CA锁已插入电脑'],
};

const casesOf = (wordings: Wordings) =>
  Object.entries(wordings).flatMap(([state, all]) => all.map((words) => [state, words] as const));

/** What a login page with these words is taken for, by how they stand there. */
const seeIn = (boxes: Readonly<Record<string, (words: string) => string>>, words: string) =>
  Object.fromEntries(
    Object.entries(boxes).map(([box, make]) => {
      showHtml(keyLogin(make(words)));
      return [box, recognise('http://page.example/', document).state];
    }),
  );
const all = (boxes: object, state: string) =>
  Object.fromEntries(Object.keys(boxes).map((box) => [box, state]));

describe('what pages say when something went wrong', () => {
  it.each(casesOf(STATEMENTS))('%s: %s', (state, words) => {
    const boxes = { ...MESSAGE_BOXES, ...ERROR_LINES };
    expect(seeIn(boxes, words)).toEqual(all(boxes, state));
  });

  it.each(casesOf(REQUESTS))('%s, if a box says it: %s', (state, words) => {
    expect(seeIn(MESSAGE_BOXES, words)).toEqual(all(MESSAGE_BOXES, state));
    expect(seeIn(ERROR_LINES, words)).toEqual(all(ERROR_LINES, 'login-ca'));
  });

  it.each([
    '首次登录请先下载并安装CA驱动',
    '如未检测到UKey，请检查驱动是否正确安装',
    '登录前请确认CA驱动已安装、UKey已插好',
    '控件未安装？请点击下载',
    '未安装驱动，请下载安装',
    '证书过期请到窗口办理续期',
    'PIN码连续输错6次将被锁定',
    '如提示系统繁忙，请稍后再试',
  ])('is help in the page: %s', (words) => {
    showHtml(keyLogin(`<p class="help">${words}</p>`));
    expect(recognise('http://page.example/', document).state).toBe('login-ca');
  });

  it.each([
    ['登录证书已过期', 'certificate-expired'],
    ['身份证书已失效', 'certificate-expired'],
    ['读取CA证书失败,请检查CA设备是否插好或驱动是否正确安装', 'key-missing'],
    ['UKey驱动未安装，请安装后插入UKey', 'driver-missing'],
  ])('tells by what is meant: %s', (words, state) => {
    expect(seeIn(MESSAGE_BOXES, words)).toEqual(all(MESSAGE_BOXES, state));
  });
});

it.each(['证书到期前90天可办理续期', '证书到期提醒', '证书到期日期', '登录超时时间设置：30分钟'])(
  '%s tells of nothing that went wrong, wherever it stands',
  (words) => {
    for (const html of [
      `<ul><li>${words}</li></ul>`,
      `<table><tr><td>${words}</td></tr></table>`,
      ...Object.values(MESSAGE_BOXES).map((box) => box(words)),
    ]) {
      expect(['certificate-expired', 'session-expired']).not.toContain(
        recognise('http://x.example/', showHtml(html)).state,
      );
    }
  },
);
