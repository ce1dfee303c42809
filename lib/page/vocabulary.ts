/**
 * Whether a control says what it does and nothing else. 绑定 with a word of which we know nothing beside
 * it binds something we know nothing of (绑定Ingress, 绑定车辆), and 查询版登录 is another door.
 */
import type { TargetName } from './model';

/** What stands beside a deed without changing it. */
const IDLE =
  /立即|马上|确[认定]|现在|一键|点击|安全|开始|继续|提交|保存|完成|申请|我要|我的|本人|当前|该|此|本|这把|新的?|旧的?|原有?|的|并|和|与|并且|下一步|是|去|now|my|this|the|confirm|yes|\d+s?|秒|→|>|›|«|»|\(|\)|（|）|\[|\]|【|】|:|：|\/|\||·|\.|\+|-|_|✓|✔|×|\s/g;
/** The key, by all its names, and whose it is. */
const KEYS =
  /([\u4e00-\u9fff]{2,4}(?=ca))?(ca|usb-?key|u-?key|u盾|\bkey\b)|数字证书|电子证书|证书|加密[锁狗]|电子钥匙|钥匙|介质|数字|电子|[主副]?锁|签章|设备|certificates?/g;
const DEEDS: Readonly<Partial<Record<TargetName, RegExp>>> = {
  'ca-menu': /管理|中心|设置|信息|服务|列表|维护|变更|更换|绑定|办理/g,
  unbind: /unbind|unlink|解绑|[解取清撤][除消销]|绑定|关系|与|账[号户]|用户/g,
  'unbind-confirm': /unbind|unlink|解绑|[解取清撤][除消销]|绑定|关系|与|账[号户]|用户|ok|好|yes/g,
  bind: /bind|link|绑定|[换重]绑|更换|重新|添加|新增|账[号户]|用户|变更|到|至/g,
  'bind-confirm': /bind|link|绑定|[换重]绑|更换|重新|添加|新增|账[号户]|用户|变更|到|至|ok|好|yes/g,
  'login-submit':
    /log ?in|sign ?in|登[录入]|进入|系统|平台|账[号户]|密码|口令|用户|会员|使用|用|验证|身份|[读获]取|ok|好/g,
};

/** What is left of a name when what we know is taken away: an empty text where it says nothing else. */
export function residueOf(text: string, target: TargetName): string {
  const deeds = DEEDS[target];
  return deeds ? text.replace(KEYS, '').replace(deeds, '').replace(IDLE, '').trim() : '';
}
