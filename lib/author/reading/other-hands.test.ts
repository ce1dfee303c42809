/** What notices in other hands say in words of their own: each cause of a misreading, in a text of its own. */
import { expect, test } from 'vitest';
import { readNotice, readWords, told } from '@/lib/author/testing/read-notice';

const notice = (...lines: readonly string[]) =>
  readNotice(
    [
      '示例市财政局关于更换CA的通知（示例）',
      '示财购〔2026〕1号',
      ...lines,
      '示例市财政局',
      '2026年8月20日',
    ].join('\n'),
  );

test('both keys in the first words, side by side, each with who provides it', () => {
  const draft = notice(
    '自2026年11月1日起，“苏采云”系统由甲江CA、甲江电子签章切换为乙湖CA、乙湖电子签章。乙湖CA由乙湖数字证书有限公司提供，乙湖电子签章由湖印软件有限公司提供。现通知如下：',
    '一、请及时办理。',
  );
  expect(told(draft, 'keys', 'kind', 'generation', 'name', 'provider')).toEqual([
    ['ca', 'old', '甲江CA', ''],
    ['ca', 'new', '乙湖CA', '乙湖数字证书有限公司'],
    ['seal', 'old', '甲江电子签章', ''],
    ['seal', 'new', '乙湖电子签章', '湖印软件有限公司'],
  ]);
});

test.each([
  ['原证书（甲江CA）升级为新证书（甲江国密CA）。', ['甲江CA', '甲江国密CA']],
  ['本次将现用的甲江CA换发为乙湖CA。', ['甲江CA', '乙湖CA']],
  ['原甲江CA证书换为乙湖CA证书。', ['原甲江CA', '乙湖CA证书']],
  ['甲江电子签章由墨江电子签章换发为湖印电子签章。', ['墨江电子签章', '湖印电子签章']],
])('a key is called by its name, whatever it becomes another by: %s', (words, names) => {
  expect(told(readWords(words), 'keys', 'name').flat()).toEqual(names);
});

test('a price that becomes another price is no key', () => {
  expect(told(readWords('更换CA证书价格由66元/年调整为60元/年。'), 'keys', 'name')).toEqual([]);
});

test('another firm serves: its key is the one the notice calls by it further on', () => {
  const draft = notice(
    '我市数字证书服务商由甲江公司变更为乙湖电子认证有限公司（以下简称乙湖公司）。现通知如下：',
    '一、请登录系统自行解绑甲江证书并绑定乙湖证书。',
  );
  expect(told(draft, 'keys', 'generation', 'name', 'provider')).toEqual([
    ['old', '甲江证书', ''],
    ['new', '乙湖证书', '乙湖电子认证有限公司'],
  ]);
});

test('seals without a name of their own are keys beside the certificates', () => {
  const draft = notice('一、启用新版数字证书和电子签章。', '二、11月2日零时起，原证书和原电子签章失效。');
  expect(told(draft, 'keys', 'kind', 'generation', 'name')).toContainEqual(['seal', 'old', '原电子签章']);
  expect(told(draft, 'keys', 'kind', 'generation', 'name')).toContainEqual(['seal', 'new', '新版电子签章']);
});

test.each([
  ['更换完成后，各单位应于9月30日前将旧锁交回财政局。', 'no'],
  ['旧锁不得上交或丢弃，请妥善保管。', 'yes'],
  ['旧锁回收安排另行通知。', 'not-stated'],
])('whether the old key is kept: %s', (words, keep) => {
  const draft = notice('一、9月1日起解绑旧锁、绑定新锁。', `二、${words}`);
  expect(told(draft, 'keys', 'generation', 'keep')).toContainEqual(['old', keep]);
});
