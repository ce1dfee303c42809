/** 接龙: what a group of a messenger wrote below each other, one line a unit. */
import { both, type ClerksList } from './clerks-list';

export const CHAIN_LISTS: readonly ClerksList[] = [
  {
    title: '接龙 with a state and a person',
    text: `#接龙
CA办理情况，请各单位接龙
1. 市教育局 已报 张三
2. 市卫健委 已领 李四 13800000001
3. 市民政局 未报
4. 市体育局`,
    meant: [
      { name: '市教育局', ca: 'filed' },
      { name: '市卫健委', contact: '李四', phone: '13800000001', ca: 'collected' },
      { name: '市民政局' },
      { name: '市体育局' },
    ],
  },
  {
    title: '接龙 with 、 and nothing between',
    text: `1、市教育局已领
2、市卫健委（已绑定）
3、市民政局，未领，下周去
4、市体育局（本级）`,
    meant: [
      { name: '市教育局', ...both('collected') },
      { name: '市卫健委', ...both('bound') },
      { name: '市民政局', ...both('ready') },
      { name: '市体育局（本级）' },
    ],
  },
  {
    title: '接龙 of which each says something of each certificate',
    text: `#接龙
例 单位 进度
1．市教育局：CA已领，签章未领
2．市卫健委：都领了
3．市民政局  CA已绑定 签章已领`,
    meant: [
      { name: '市教育局', ca: 'collected', seal: 'ready' },
      { name: '市卫健委' },
      { name: '市民政局', ca: 'bound', seal: 'collected' },
    ],
    told: [4],
  },
  {
    title: '接龙 with the nickname of who wrote it, and numbers left out',
    text: `1.市教育局-张三-已报
3.市卫健委-李四-已领
5)市民政局 ok
6）市体育局👌`,
    meant: [
      { name: '市教育局', ...both('filed') },
      { name: '市卫健委', ...both('collected') },
      { name: '市民政局' },
      { name: '市体育局' },
    ],
  },
  {
    title: '接龙 of names only',
    text: `1.市教育局
2.市卫健委
3.市第2幼儿园
10.市民政局`,
    meant: [{ name: '市教育局' }, { name: '市卫健委' }, { name: '市第2幼儿园' }, { name: '市民政局' }],
  },
];
