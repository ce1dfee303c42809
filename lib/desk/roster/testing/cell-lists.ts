/** Lists with two things in one cell, and with more people than one is to ring up. */
import { both, type ClerksList } from './clerks-list';

export const CELL_LISTS: readonly ClerksList[] = [
  {
    title: 'code before the name in one cell, telephone behind the person',
    text: `单位编码及名称	经办人及电话	CA状态
320400001 常州市教育局	张三 13800000000	已领
320400002 常州市卫生健康委员会	李四13800000001	待领
320400003 常州市民政局	王五（0519-85681234）	已报
320400004 常州市体育局	赵六	`,
    meant: [
      { name: '常州市教育局', code: '320400001', contact: '张三', phone: '13800000000', ca: 'collected' },
      { name: '常州市卫生健康委员会', code: '320400002', contact: '李四', phone: '13800000001', ca: 'ready' },
      { name: '常州市民政局', code: '320400003', contact: '王五', phone: '0519-85681234', ca: 'filed' },
      { name: '常州市体育局', code: '320400004', contact: '赵六' },
    ],
  },
  {
    title: 'code behind the name in brackets, under a plain heading',
    text: `单位名称,主管部门,联系人（电话）
常州市第一中学（320401001）,教育局,张三：13800000000
常州市第二中学（320401002）,教育局,13800000001
常州市第三中学（新校区）（320401003）,教育局,李四/13800000002`,
    meant: [
      {
        name: '常州市第一中学',
        code: '320401001',
        supervisingUnit: '教育局',
        contact: '张三',
        phone: '13800000000',
      },
      { name: '常州市第二中学', code: '320401002', supervisingUnit: '教育局', phone: '13800000001' },
      {
        name: '常州市第三中学（新校区）',
        code: '320401003',
        supervisingUnit: '教育局',
        contact: '李四',
        phone: '13800000002',
      },
    ],
  },
  {
    title: 'an export of the budget system: [code]name, and 101-name',
    text: `预算单位,联系方式
[101001]市教育局本级,85681001
[101002]市教育考试院,85681002
101003-市电化教育馆,85681003
共青团示例市委,85681004`,
    meant: [
      { name: '市教育局本级', code: '101001', phone: '85681001' },
      { name: '市教育考试院', code: '101002', phone: '85681002' },
      { name: '市电化教育馆', code: '101003', phone: '85681003' },
      { name: '共青团示例市委', phone: '85681004' },
    ],
  },
  {
    title: 'the head, the legal representative and who does the work',
    text: `单位名称,法定代表人,法人电话,负责人,电话,经办人,电话
市规划馆,钱一,13800000011,钱二,13800000012,钱三,13800000013
市展览馆,周一,13800000021,周二,13800000022,周三,13800000023`,
    meant: [
      { name: '市规划馆', contact: '钱三', phone: '13800000013' },
      { name: '市展览馆', contact: '周三', phone: '13800000023' },
    ],
  },
  {
    title: 'only the head is named; a legal representative alone is nobody to ring up',
    text: `单位名称,法定代表人,单位负责人,联系电话
甲街道,钱一,钱二,85681001`,
    meant: [{ name: '甲街道', phone: '85681001' }],
  },
  {
    title: 'ways to reach: two persons, a person under 联系方式',
    text: `单位名称,联系方式
甲所,张三 13800000000、李四 13800000001
乙所,王五 0519-85681234-801
丙所,赵六，手机13800000003`,
    meant: [
      { name: '甲所', contact: '张三、李四', phone: '13800000000、13800000001' },
      { name: '乙所', contact: '王五', phone: '0519-85681234-801' },
      { name: '丙所', contact: '赵六', phone: '13800000003' },
    ],
  },
  {
    title: 'names that begin with figures are names',
    text: `单位名称,已报,经办人
902医院,√,张三
12345政务热线中心,√,李四
第2实验小学,,王五`,
    meant: [
      { name: '902医院', contact: '张三', ...both('filed') },
      { name: '12345政务热线中心', contact: '李四', ...both('filed') },
      { name: '第2实验小学', contact: '王五' },
    ],
  },
];
