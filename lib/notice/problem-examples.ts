import type { PackProblem, ProblemCode } from './problem';

/** For each thing that can be wrong, how it is written rightly: as it would stand in the file. The one place for them. */
const EXAMPLES: Readonly<Record<ProblemCode, string>> = {
  json: '{"format": "rebind.notice/1", "id": "changzhou-2023-12"}',
  tooLarge: '0.3 MB',
  format: '"format": "rebind.notice/1"',
  newerFormat: '"format": "rebind.notice/1"',
  unknownAbilities: '"requires": ["phases", "fees"]',
  value: '"version": "1.0.0"',
  object: '{"id": "apply", "cite": "三、1"}',
  list: '[]',
  words: '常财购〔2023〕12号',
  blanks: '过渡阶段',
  text: '{"zh": "过渡阶段"}',
  cite: '三、1',
  id: 'new-ca',
  version: '1.0.0',
  date: '2023-09-11',
  dateUnreal: '2023-09-30',
  phrase: '国信CA',
  selector: '.table a:nth-child(2)',
  taughtName: '{"target": "unbind", "name": "解除绑定"}',
  host: 'jszfcg.jsczt.cn',
  url: 'https://example.org/notice',
  telephone: '12345678',
  postcode: '213000',
  makeUpBeforeDue: '"makeUps": [{ "from": "2023-09-18", "until": "2023-09-19", "cite": "三、1" }]',
  afterCircle: '"after": ["apply"]',
  renewalOpens: '"opens": { "count": 3, "unit": "months" }',
  renewalCloses: '"closes": { "count": 30, "unit": "days" }',
  makeUpTooLate: '"mattersUntil": "2023-10-11"',
  areaCode: '0519',
  money: '115.2',
  count: '3',
  copies: '2',
  truth: 'true',
  inclusive: '"not-stated"',
  kind: '{"kind": "date", "date": "2023-09-04"}',
  choice: '"must"',
  timeZone: 'Asia/Shanghai',
  tooLong: '{"zh": "过渡阶段"}',
  tooMany: '["phases", "fees"]',
  emptyList: '["预算单位"]',
  invisible: '过渡阶段',
  markup: '过渡阶段',
  duplicateId: '"id": "hand-in-2"',
  unknownReference: '"new-ca"',
  nothingToName: '{"id": "approval", "name": {"zh": "收到批复"}}',
  endBeforeStart: '"from": "2023-09-11", "until": "2023-10-11"',
  signedAfterPublished: '"signedOn": "2023-08-30", "publishedOn": "2023-08-31"',
  overlap: '"until": "2023-10-11" … "from": "2023-10-12"',
  outsideParent: '"within": "transition", "from": "2023-09-11", "until": "2023-09-20"',
  inferredBy: '"basis": "inferred", "inferredBy": {"zh": "由第三部分第1点的起止日期推断"}',
  emptyAcceptance: '"basis": "not-stated", "certificates": []',
  basisContradiction: '"verdict": "not-stated", "basis": "not-stated"',
  total: '"ca": 100, "seal": 15.2, "total": 115.2',
  ownRelation: '"supplements": ["changzhou-2023-12"]',
  relationTwice: '"supplements": ["changzhou-2023-12"], "replaces": []',
  unknownFact: 'file-application',
  amendsNothing: '"supplements": ["changzhou-2023-12"]',
  amendmentPart: '"list": "phases", "fact": "transition", "until": "2023-10-20"',
  abilityMissing: '"requires": ["amendments"]',
};

const LEAD = '{"count": 2, "unit": "working-days"}';

/** Objects and lists of a shape of their own, by the field they stand in: another's would be copied and be wrong again. */
const BY_FIELD: Readonly<Partial<Record<ProblemCode, Readonly<Record<string, string>>>>> = {
  object: {
    '': EXAMPLES.json,
    fees: '{"tariffs": [], "charges": []}',
    validity: '{"from": "2023-09-04"}',
    when: '{"audiences": ["budget-unit"]}',
    lead: LEAD,
    wait: LEAD,
    opens: LEAD,
    closes: LEAD,
    graceAfter: LEAD,
    look: '{"colour": {"zh": "红色"}}',
    post: '{"recipient": {"zh": "办事窗口"}}',
    byApplication: '{"materials": []}',
    offer: '{"say": {"zh": "我已领到新CA"}}',
  },
  list: {
    requires: '["phases", "fees"]',
    certificates: '["new-ca"]',
    audiences: '["budget-unit"]',
    levels: '["city"]',
    states: '["home"]',
    hosts: '["jszfcg.jsczt.cn"]',
    aliases: '["苏采云"]',
    issuerPhrases: '["国信CA"]',
    labels: '["注销"]',
    done: '[{"by": "word"}]',
  },
  kind: {
    anchor: '{"kind": "publication"}',
    forms: '{"kind": "paper"}',
    done: '{"by": "word"}',
  },
};

/** The last name in a path, past the numbers of lists' entries: `forms` of `materials[0].forms[1]`. */
const fieldOf = (path: string) => /(\w*)(?:\[\d+\])*$/.exec(path)?.[1] ?? '';

/** An example for a problem: of the values that fit at that very place where they are known. */
export function exampleOf({ code, params, path }: Pick<PackProblem, 'code' | 'params' | 'path'>): string {
  // Of the abilities the one that is missing: another would be copied and change nothing.
  if (code === 'abilityMissing') return `"requires": ["${params.name}"]`;
  const fitting = code === 'choice' ? params.options : code === 'unknownReference' ? params.known : undefined;
  const [first = ''] = String(fitting ?? '').split(', ');
  if (/^[\w./-]+$/.test(first)) return `"${first}"`;
  const own = BY_FIELD[code];
  const field = fieldOf(path);
  return own && Object.hasOwn(own, field) ? (own[field] ?? EXAMPLES[code]) : EXAMPLES[code];
}
