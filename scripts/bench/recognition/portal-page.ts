/**
 * A page like those of a procurement portal, of any size: menu, certificate card, search form and a long table.
 * Ours, and the same at every run. Every tenth row says something of logins or certificates, as logs and
 * project names do, so that there is something to read and to discard.
 */

const STYLE = `
  body{font:14px/1.6 sans-serif;margin:0;color:#303133}.layout{display:flex}.sidebar{width:200px;background:#304156}
  .sidebar a{color:#bfcbd9;display:block;padding:6px 20px;text-decoration:none}.main{flex:1;padding:16px}
  .card{border:1px solid #ebeef5;margin-bottom:16px;padding:12px}.card h3{margin:0 0 8px}
  table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ebeef5;padding:6px}
  .el-button{padding:4px 12px;border:1px solid #dcdfe6;cursor:pointer}.el-button--primary{background:#409eff;color:#fff}
  .el-tag{border:1px solid #d9ecff;padding:0 6px;color:#409eff}.el-link{cursor:pointer;color:#409eff;margin-right:8px}
  .hidden{display:none}`;

const UNITS = ['市第一中学', '市人民医院', '区财政局', '市公安局交通警察支队', '市图书馆', '区教育局'];
const GOODS = [
  '办公桌椅',
  '台式计算机',
  '物业管理服务',
  '教学楼维修工程',
  '印刷服务',
  '空调设备',
  '车辆保险',
];
const STATES = ['待审核', '已发布', '评审中', '已归档', '草稿'];
const ODD = ['CA数字证书年费', '系统登录日志归档', '电子签章服务', '微信绑定情况登记', '证书印制'];
const MENU = ['首页', '项目管理', '采购计划', '合同管理', '专家抽取', '统计报表', '消息通知', '系统设置'];

/** Elements in one row of the table. */
const PER_ROW = 17;
/** Elements of everything else. */
const AROUND = 130;

const pick = (from: readonly string[], at: number): string => from[at % from.length] as string;

function row(at: number): string {
  const name = at % 10 === 9 ? pick(ODD, Math.floor(at / 10)) : pick(GOODS, at);
  return `<tr class="el-table__row"><td><label class="el-checkbox"><input type="checkbox"></label></td>
    <td><div class="cell">JSZC-3204${String(at).padStart(6, '0')}</div></td>
    <td><div class="cell"><span title="${name}采购项目">${name}采购项目（第${at}包）</span></div></td>
    <td><div class="cell">${pick(UNITS, at * 3)}</div></td><td class="num">${(at * 7919) % 1_000_000}.00</td>
    <td><span class="el-tag">${pick(STATES, at * 5)}</span></td>
    <td><a class="el-link">查看</a><a class="el-link">编辑</a></td></tr>`;
}

/** A page of about so many elements, at least 150, that shows a list of certificates. */
export function portalPage(elements: number): string {
  const rows = Array.from({ length: Math.max(1, Math.round((elements - AROUND) / PER_ROW)) }, (_, at) =>
    row(at),
  );
  const menu = MENU.map(
    (name) =>
      `<li class="menu-item"><a href="#">${name}</a><ul><li><a href="#">${name}列表</a></li><li><a href="#">${name}查询</a></li></ul></li>`,
  );
  const filter = ['项目编号', '项目名称', '采购单位', '状态'].map(
    (name) =>
      `<div class="el-form-item"><label>${name}</label><div><input placeholder="请输入${name}"></div></div>`,
  );
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>政府采购管理平台</title><style>${STYLE}</style></head>
<body><header class="top"><b>政府采购管理平台</b><span>欢迎您</span><a href="#">修改密码</a><a href="#">退出登录</a></header>
<div class="layout"><nav class="sidebar"><ul>${menu.join('')}</ul></nav><main class="main">
<section class="card"><h3>CA证书管理</h3><table><tr><th>证书序列号</th><th>颁发机构</th><th>有效期</th><th>状态</th><th>操作</th></tr>
<tr><td>4A10233F</td><td>国信CA</td><td>2024-10-27</td><td>已绑定</td><td><a class="el-link">解绑</a></td></tr></table>
<button class="el-button el-button--primary"><span>绑定CA</span></button></section>
<section class="card hidden"><h3>绑定UKey</h3><input type="password" placeholder="PIN码"><button>确定绑定</button></section>
<form class="card">${filter.join('')}<button type="button" class="el-button">查询</button><button type="button" class="el-button">重置</button></form>
<section class="card"><h3>项目列表</h3><table class="el-table"><thead><tr><th></th><th>编号</th><th>名称</th><th>采购单位</th><th>预算</th><th>状态</th><th>操作</th></tr></thead>
<tbody id="rows">${rows.join('')}</tbody></table></section></main></div></body></html>`;
}
