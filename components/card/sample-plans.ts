/** Plans as the guide makes them, for the card's tests; the sentences are of the built-in notice's kind. */
import type { ChooseSubjectPlan, GuidePlan, PlannedContact, PlannedPhase } from '@/lib/guide/model';
import type { ShowCard } from '@/lib/messaging/contract';

const PACK = { id: 'sample', version: '1.0.0', documentNumber: '样财购〔2023〕1号' };

const PHASE: PlannedPhase = {
  id: 'transition',
  name: { zh: '过渡阶段', en: 'Transition' },
  from: '2023-09-11',
  until: '2023-10-11',
  daysLeft: 21,
  workingDaysLeft: 12,
};

export const CONTACTS: readonly PlannedContact[] = [
  {
    role: 'ca-vendor',
    name: { zh: '某某科技有限公司', en: 'Sample Technology' },
    number: '0519-00000001',
    about: { zh: 'CA和签章更换事宜，先打这个电话', en: 'Replacement of CA and seal; call here first' },
    publishedOn: '2023-09-04',
  },
  {
    role: 'bureau',
    name: { zh: '某某财政局', en: 'Sample Finance Bureau' },
    number: '0519-00000002',
    about: { zh: '政策问题', en: 'Policy questions' },
    publishedOn: '2023-09-04',
  },
];

export const UNBIND_PLAN: GuidePlan = {
  kind: 'guide',
  pack: PACK,
  guide: 'rebind',
  guideTitle: { zh: '解绑原CA、绑定新CA', en: 'Unbind the old CA, bind the new' },
  phase: PHASE,
  page: 'ca-list',
  step: 'unbind-old',
  stepNumber: 3,
  stepCount: 8,
  title: { zh: '解绑原CA', en: 'Unbind the old CA' },
  say: { zh: '请在原CA那一行点击{label}。', en: 'Click {label} in the old CA’s row.' },
  sayWithoutTarget: {
    zh: '请找到原CA那一行，点击解除绑定的按钮。',
    en: 'Find the old CA’s row and click the button that unbinds it.',
  },
  why: { zh: '解绑后才能绑定新CA。', en: 'The new CA can be bound only after that.' },
  dont: [
    { zh: '不要点“上报”。', en: 'Do not press “Report”.' },
    { zh: '不要拔下UKey。', en: 'Do not unplug the key.' },
  ],
  cite: ['三、1'],
  target: 'unbind',
  irreversible: true,
  questions: [],
  held: false,
  canSayDone: true,
  asksHoldsNew: false,
  obligations: [],
  recognised: {
    as: { zh: '管理CA的页面' },
    because: [{ zh: '页面上的按钮有“解绑”，有力支持“管理CA的页面”（+6）。' }],
  },
  notes: [],
  progress: [
    {
      step: 'login',
      title: { zh: '用账号登录', en: 'Log in' },
      progress: { state: 'seen', at: '2023-09-20T02:32:00.000Z', fact: 'f1' },
    },
    {
      step: 'key-ready',
      title: { zh: '新CA口令试过', en: 'New PIN tried' },
      progress: { state: 'said', at: '2023-09-20T02:35:00.000Z', fact: 'f2' },
    },
    { step: 'unbind-old', title: { zh: '解绑原CA', en: 'Unbind' }, progress: { state: 'open' } },
  ],
  contacts: CONTACTS,
  finished: false,
};

const question = (id: string, zh: string, en: string, answer: 'yes' | 'no' | null) => ({
  id,
  ask: { zh, en },
  how: { zh: '插上新CA，看证书列表里有没有两条证书。', en: 'Plug it in and look for two certificates.' },
  ifNo: { zh: '先领取新CA，再来解绑。', en: 'Collect the new CA first.' },
  cite: null,
  answer,
  fact: answer && `answer-${id}`,
});

/** In place of the step's own words, while a question is open. */
const HOLD = {
  zh: '请先逐项确认下面的问题。还有没确认的，先不解绑。',
  en: 'Confirm each question below first. While one is open, do not unbind.',
};

export const HELD_PLAN: GuidePlan = {
  ...UNBIND_PLAN,
  say: HOLD,
  sayWithoutTarget: HOLD,
  target: null,
  held: true,
  canSayDone: false,
  questions: [
    question('new-in-hand', '新CA已在手吗？', 'Is the new CA in hand?', 'yes'),
    question('pin-tried', '新CA的口令试过吗？', 'Was its PIN tried?', 'no'),
    question('account-known', '账号和密码记得吗？', 'Do you know account and password?', null),
    question('old-kept', '原CA会留着吗？', 'Will the old CA be kept?', null),
  ],
  notes: [
    {
      tone: 'stop',
      text: {
        zh: '先别点解绑。解绑后可能无法恢复，以系统提示为准。请先逐项确认下面的问题。',
        en: 'Do not click unbind yet. Unbinding may not be undone. Answer the questions below first.',
      },
      cite: null,
    },
    {
      tone: 'info',
      text: { zh: '原CA要留着，采购业务管理平台仍在用（2023年通知）。', en: 'Keep the old CA (2023).' },
      cite: '三、2',
    },
  ],
};

export const FINISHED_PLAN: GuidePlan = {
  ...UNBIND_PLAN,
  page: 'home',
  step: 'seal',
  stepNumber: 8,
  target: null,
  irreversible: false,
  dont: [],
  why: null,
  canSayDone: false,
  finished: true,
  sayWithoutTarget: { zh: '请把原CA收好。证书每年到期，到期前会提醒您。', en: 'Keep the old CA safe.' },
};

export const LATE_PLAN: GuidePlan = {
  ...UNBIND_PLAN,
  guide: 'late',
  phase: {
    id: 'new-only',
    name: { zh: '正式启用新CA', en: 'New CA only' },
    from: '2023-10-12',
    until: null,
    daysLeft: null,
    workingDaysLeft: null,
  },
  asksHoldsNew: true,
  target: null,
  irreversible: false,
  canSayDone: false,
  title: { zh: '确认新CA是否在手', en: 'Is the new CA in hand' },
  notes: [
    {
      tone: 'caution',
      text: {
        zh: '过渡阶段已结束。原CA还能否解绑，通知未写，请先问意源或同级财政部门。',
        en: 'The transition is over. Whether the old CA can still be unbound is not stated.',
      },
      cite: '三、1',
    },
  ],
};

export const CHOOSE_PLAN: ChooseSubjectPlan = {
  kind: 'choose-subject',
  phase: PHASE,
  page: 'home',
  subjects: 2,
  notes: [],
  contacts: CONTACTS,
  pack: PACK,
};

/** A whole message about one of them. */
export function showing(plan: ShowCard['plan'], more: Partial<ShowCard> = {}): ShowCard {
  return {
    type: 'show.card',
    plan,
    target: { state: 'none', label: null, place: null },
    preview: null,
    namespace: 'real',
    largeType: false,
    recording: true,
    place: null,
    numbered: null,
    helpCode: null,
    ...more,
  };
}
