/** What people call the companies of a notice's keys: 意源 for 江苏意源科技有限公司. Pure. */
import type { NoticePack } from '@/lib/notice/model';

/** What many companies are called, and where they are: it tells none from another. */
const GENERAL =
  /[（(][^）)]*[）)]|股份|有限(?:责任)?公司|集团|公司|科技|技术|软件|信息|网络|数据|国际|电子政务|电子|数字|认证|证书|签章|印章|签名|安全|服务|中心|平台|CA锁?|UKey|^(?:原|旧|新)/gi;
const PLACE =
  /^(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|中国|全国)(?:省|市|自治区)?|^.{1,4}[省市区县]/;

/** The part of a name that is the company's own; empty where nothing is left. */
export function coreOfName(name: string): string {
  const own = name.replace(PLACE, '').replace(GENERAL, '').trim();
  return own.length > 1 && own.length <= 6 ? own : '';
}

/** Short names of those who issue and serve the notice's certificates, old and new. */
export function vendorNames({
  certificates,
  contacts,
}: Pick<NoticePack, 'certificates' | 'contacts'>): readonly string[] {
  const names = [
    ...certificates.flatMap(({ name, issuer, provider, issuerPhrases, look }) => [
      name.zh,
      issuer?.zh ?? '',
      provider?.zh ?? '',
      look?.vendor?.zh ?? '',
      ...issuerPhrases,
    ]),
    ...contacts.filter(({ role }) => /vendor|counter/.test(role)).map(({ name }) => name.zh),
  ];
  return [...new Set(names.map(coreOfName))].filter((name) => name !== '');
}
