/** What one writes first: all the text that can be seen, and regular expressions in a good order. */

const RULES = [
  ['f', /绑定(CA|U?Key|证书)?成功/i],
  ['d', /(确定|确认|是否)要?.{0,8}(解绑|解除绑定).*(CA|Key|证书|U盾|锁)/i],
  ['g', /未检测到|没有检测到|未插入|口令错误|PIN码错误|已锁定|已过期|已被绑定|登录超时|系统繁忙/i],
  ['c', /(CA|Key|证书|U盾).*(解绑|解除绑定)/i],
  ['e', /绑定(CA|U?S?B?Key|证书).*(PIN|口令|密码)/i],
  ['b', /(CA|Key|证书|U盾)登录/i],
  ['a', /(用户名|账号|密码).*登录/i],
];

export function labelByText(document) {
  const text = document.body.innerText.replace(/\s+/g, '').replace(/登陆/g, '登录');
  return RULES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'h';
}
