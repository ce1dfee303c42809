/**
 * Pages by chance, out of words that ordinary Chinese sites say: shops, forums, hospitals, offices. They log
 * in, bind telephones, unbind devices and confirm all day, and no certificate key is among it.
 */
import fc from 'fast-check';

const NOUNS = [
  ...[
    '手机号',
    '微信',
    '银行卡',
    '邮箱',
    '设备',
    '会员卡',
    '身份证',
    '车牌',
    '门禁卡',
    '支付宝',
    '学生',
    '快递',
  ],
  ...[
    '订单',
    '购物车',
    '项目',
    '合同',
    '文章',
    '评论',
    '照片',
    '培训证书',
    '获奖证书',
    '营业执照',
    '发票',
    '账户',
  ],
];
const DEEDS = [
  '绑定',
  '解绑',
  '解除绑定',
  '登录',
  '注册',
  '查询',
  '删除',
  '修改',
  '提交',
  '下载',
  '打印',
  '申请',
  '更换',
  '注销',
  '激活',
];
const SAID = [
  ...[
    '成功',
    '失败',
    '已过期',
    '已锁定',
    '错误',
    '请稍候',
    '请重新登录',
    '系统繁忙',
    '未检测到网络',
    '请输入密码',
    '密码错误',
  ],
  ...[
    '确定要继续吗？',
    '是否保存？',
    '操作不可恢复',
    '欢迎您',
    '今日天气晴',
    '版权所有',
    '共10条',
    '第1页',
    '客服热线',
  ],
];
const ANSWERS = ['确定', '取消', '确认', '返回', '关闭', '下一步', '保存', '知道了'];

const noun = fc.constantFrom(...NOUNS);
const deed = fc.constantFrom(...DEEDS);
const said = fc.constantFrom(...SAID);
const answer = fc.constantFrom(...ANSWERS);
const phrase = fc.oneof(
  fc.tuple(deed, noun).map(([does, what]) => does + what),
  fc.tuple(noun, deed, said).map((words) => words.join('')),
  fc.tuple(deed, noun).map(([does, what]) => `确定${does}该${what}吗？`),
  fc.tuple(deed, fc.constantFrom('成功', '失败')).map((words) => words.join('')),
  said,
  noun,
);
const label = fc.oneof(answer, deed, phrase);

const button = fc
  .tuple(
    fc.constantFrom('button', 'a', 'div class="btn"', 'span onclick=""', 'b', 'input type="button"'),
    label,
  )
  .map(([tag, says]) =>
    tag.startsWith('input') ? `<${tag} value="${says}">` : `<${tag}>${says}</${tag.replace(/ .*/, '')}>`,
  );
const field = fc
  .tuple(fc.constantFrom('text', 'password', 'checkbox', 'radio', 'file'), phrase, fc.boolean())
  .map(([type, says, isAround]) =>
    isAround
      ? `<label>${says}<input type="${type}"></label>`
      : `<div class="form-item"><span>${says}</span><input type="${type}" placeholder="${says}"></div>`,
  );
const choice = fc
  .tuple(phrase, fc.array(noun, { maxLength: 3 }))
  .map(
    ([says, from]) =>
      `<label>${says}<select>${from.map((each) => `<option>${each}`).join('')}</select></label>`,
  );
const text = fc
  .tuple(fc.constantFrom('p', 'span', 'h2', 'h3', 'td', 'li', 'em'), phrase)
  .map(([tag, says]) => `<${tag}>${says}</${tag}>`);

const CONTAINERS = [
  ...['div', 'form', 'section', 'ul', 'nav', 'main', 'fieldset', 'div role="dialog"', 'div class="modal"'],
  ...[
    'div role="alert"',
    'div class="el-message"',
    'div class="card"',
    'div class="tabs"',
    'div hidden',
    'dialog open',
  ],
];
const row = fc
  .array(fc.oneof(phrase, button), { minLength: 1, maxLength: 5 })
  .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
const table = fc
  .tuple(fc.array(noun, { maxLength: 4 }), fc.array(row, { maxLength: 4 }))
  .map(
    ([heads, rows]) =>
      `<table><tr>${heads.map((each) => `<th>${each}</th>`).join('')}</tr>${rows.join('')}</table>`,
  );

const { part } = fc.letrec<{ part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    button,
    field,
    choice,
    table,
    fc
      .tuple(fc.constantFrom(...CONTAINERS), fc.array(tie('part'), { maxLength: 5 }))
      .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag.replace(/ .*/, '')}>`),
  ),
}));

/** The body of such a page, as HTML. */
export const ordinaryPage: fc.Arbitrary<string> = fc
  .tuple(phrase, fc.array(part, { minLength: 1, maxLength: 8 }))
  .map(([title, parts]) => `<h1>${title}</h1>${parts.join('')}`);
