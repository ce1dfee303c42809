/** How lists name their columns. Vocabulary, no law: what a notice says is in its pack. */
import { keyOf } from './plain';
import { STEP_COLUMNS, type StepColumn, stepOf } from './step-columns';

/** What a column of a list can be. `state` stands for both tracks, or for the one that `product` names in the same row. */
export const PLAIN_COLUMNS = [
  'name',
  'code',
  'nameAndCode',
  'supervisingUnit',
  'audience',
  'level',
  'contact',
  'phone',
  'contactAndPhone',
  'keysWanted',
  'state',
  'caState',
  'sealState',
  'date',
  'caDate',
  'sealDate',
  'paper',
  'scan',
  'product',
  'notes',
] as const;
export type PlainColumn = (typeof PLAIN_COLUMNS)[number];
export type Column = PlainColumn | StepColumn;

/** All of them, those of single steps last. */
export const COLUMNS: readonly Column[] = [...PLAIN_COLUMNS, ...STEP_COLUMNS];

/** What each column of a list is; null: left out. */
export type Mapping = readonly (Column | null)[];

/** Names of columns, the commonest first; compared without spaces, brackets and what stands in brackets. */
const COLUMN_WORDS: Readonly<Record<PlainColumn, readonly string[]>> = {
  name: [
    '单位名称',
    '预算单位名称',
    '预算单位',
    '机构名称',
    '企业名称',
    '供应商名称',
    '代理机构名称',
    '采购单位名称',
    '采购单位',
    '采购人名称',
    '申请单位',
    '使用单位',
    '用户单位',
    '单位全称',
    '名称',
    '单位',
    '用户名称',
    '客户名称',
    '客户单位',
    '客户',
    '持证单位',
    '领取单位',
    '办理单位',
    '收件单位',
    '收货单位',
    'name',
    'unit',
    'unitname',
  ],
  code: [
    '单位编码',
    '预算代码',
    '预算单位编码',
    '预算编码',
    '预算单位代码',
    '单位代码',
    '统一社会信用代码',
    '社会信用代码',
    '信用代码',
    '机构代码',
    '组织机构代码',
    '编码',
    '代码',
    'code',
    'unitcode',
  ],
  nameAndCode: [
    '单位编码及名称',
    '单位编码和名称',
    '单位编码名称',
    '单位名称及编码',
    '单位名称和编码',
    '单位名称编码',
    '单位代码及名称',
    '单位代码名称',
    '单位名称及代码',
    '预算单位编码及名称',
    '预算单位编码名称',
    '编码及名称',
    '编码名称',
  ],
  supervisingUnit: [
    '主管预算单位',
    '主管部门',
    '主管单位',
    '主管预算单位名称',
    '主管部门名称',
    '一级预算单位',
    '上级单位',
    '上级主管部门',
    '归口部门',
    '主管',
    '上级',
    'department',
    'supervisingunit',
  ],
  audience: ['对象', '单位类型', '类型', '单位性质', '用户类型', '类别', '单位类别', 'audience', 'type'],
  level: ['级别', '层级', '单位级别', '市区', '市级区级', '所属级别', 'level'],
  contact: [
    '联系人',
    '经办人',
    '经办',
    '联系人姓名',
    '经办人姓名',
    '姓名',
    'ca经办人',
    'contact',
    'contactname',
  ],
  phone: [
    '联系电话',
    '电话',
    '手机',
    '手机号',
    '手机号码',
    '联系方式',
    '经办人电话',
    '联系人电话',
    '经办人手机',
    '电话号码',
    '办公电话',
    'phone',
    'tel',
    'mobile',
  ],
  contactAndPhone: [
    '联系人及电话',
    '联系人和电话',
    '联系人及联系方式',
    '联系人及联系电话',
    '联系人姓名及电话',
    '姓名及电话',
    '经办人及电话',
    '经办人和电话',
    '经办人及联系方式',
    '经办人及联系电话',
    '经办人姓名及电话',
    '经办人及手机',
  ],
  keysWanted: [
    '申领数量',
    '数量',
    '申请数量',
    'ca数量',
    'key数量',
    'ukey数量',
    '申领把数',
    '把数',
    '个数',
    '办理数量',
    '锁数量',
    'keys',
    'quantity',
    'count',
  ],
  state: ['状态', '办理状态', '进度', '办理进度', '办理情况', '目前状态', '当前状态', 'state', 'status'],
  caState: [
    'ca状态',
    'ca办理状态',
    'ca进度',
    'ca办理情况',
    'ca证书状态',
    '证书状态',
    'ca证书',
    'ca数字证书',
    'ca',
    'castate',
    'castatus',
  ],
  sealState: [
    '签章状态',
    '电子签章状态',
    '签章办理状态',
    '签章进度',
    '印章状态',
    '电子印章状态',
    '签章办理情况',
    '电子签章',
    '签章',
    '电子印章',
    'sealstate',
    'sealstatus',
  ],
  date: ['日期', '办理日期', '状态日期', '时间', '办理时间', '更新日期', '更新时间', 'date'],
  caDate: ['ca日期', 'ca办理日期', 'ca办理时间', 'cadate'],
  sealDate: ['签章日期', '签章办理日期', '签章办理时间', 'sealdate'],
  paper: ['纸质', '纸质材料', '纸质申请表', '纸质件', '纸质版', '是否报纸质', 'paper'],
  scan: ['扫描件', '电子版', '彩色扫描件', '扫描件材料', '扫描版', '是否报扫描件', 'scan'],
  product: [
    '产品',
    '产品名称',
    '产品类型',
    '证书类型',
    '办理项目',
    '办理业务',
    '业务',
    '办理内容',
    '业务名称',
    '申请项目',
    '项目',
    'product',
  ],
  notes: ['备注', '说明', '附注', '备注说明', 'notes', 'remark', 'remarks'],
};

const EXACT = new Map<string, Column>(
  PLAIN_COLUMNS.flatMap((column) => COLUMN_WORDS[column].map((word) => [word, column] as const)),
);

/** Whether lists call a column just so. */
export const isColumnWord = (text: string): boolean => EXACT.has(keyOf(text));

/** Longer words that make a heading theirs wherever they stand in it; the first that fits wins. */
const INSIDE: readonly (readonly [RegExp, Column])[] = [
  [/主管.*(?:单位|部门)|(?:上级|归口).*(?:单位|部门)/, 'supervisingUnit'],
  [/(?:签章|印章).*(?:日期|时间)/, 'sealDate'],
  [/(?:ca|证书|ukey|锁).*(?:日期|时间)/, 'caDate'],
  [/(?:签章|印章).*(?:状态|进度|情况)/, 'sealState'],
  [/(?:ca|证书|ukey|锁).*(?:状态|进度|情况)/, 'caState'],
  [/(?:制证|领证|发证).*(?:状态|进度|情况|结果)$/, 'caState'],
  [/(?:制证|领证|发证).*(?:日期|时间)$/, 'caDate'],
  // What was yesterday is none.
  [/^(?:今日|今天|目前|当前|现在|最新|现)(?:办理|所处)?(?:状态|进度|情况|环节)$/, 'state'],
  [
    /(?:业务|订单|工单|物流|邮寄|快递|发放|领取|签收|审核|审批|受理|申请|申领|办理|处理|完成|流程).*(?:状态|进度|情况|结果)$/,
    'state',
  ],
  [/(?:发放|领取|签收|审核|受理|办理|办结|处理|完成|完结|更新|操作|状态|环节).*(?:日期|时间)$/, 'date'],
  [/(?:编码|代码)$/, 'code'],
  // Of others one rings up nobody about it: 「法人电话」.
  [/^(?!.*(?:法定代表人|法人|绑定|登录|注册)).*(?:电话|手机|联系方式)/, 'phone'],
  [/(?:联系人|经办人)/, 'contact'],
  // 「已领数量」 is not how many are wanted.
  [/^(?!.*(?:[已实][领发取]|领取|发放)).*(?:数量|把数)$/, 'keysWanted'],
  [/单位(?:名称|全称)$/, 'name'],
  [/备注/, 'notes'],
];

const NOT_WHEN = /到期|有效|失效|截止|期限|预计|计划|预约|约定|拟[报领绑]|(?<!供)应.*(?:日期|时间)$/;

/** A heading as it is looked up; '' where it says something else. */
function headingKey(heading: string): string {
  const word = keyOf(heading)
    .replace(/[（(【[].*?[)）】\]]/g, '')
    .replace(/[*＊:：、/\\.\-_]/g, '');
  // When a certificate ends is not when a state was reached, nor is when something should be done.
  return word.length > 20 || NOT_WHEN.test(word) ? '' : word;
}

/** The column of a heading that is a known word; asked of every row, so the longer search is left out. */
export const sureColumnOf = (heading: string): Column | null => EXACT.get(headingKey(heading)) ?? null;

/**
 * What a heading names, and how surely: 2 a known word, 1 a word inside it; null: nothing known. 「领取情况」 is a column of
 * states here: what it is beside others, `mapNames` says.
 */
export function columnOf(heading: string): { readonly column: Column; readonly surety: 1 | 2 } | null {
  const word = headingKey(heading);
  if (word === '') return null;
  const exact = EXACT.get(word);
  if (exact) return { column: exact, surety: 2 };
  const step = stepOf(heading);
  if (step && !step.inWords) return { column: step.column, surety: 2 };
  const inside = INSIDE.find(([pattern]) => pattern.test(word))?.[1] ?? step?.column;
  return inside ? { column: inside, surety: 1 } : null;
}
