/** Static pages for the overlay's tests: our own imitation of a list of certificates, and what pages do. */
export const TABLE = `
  <table>
    <caption>CA证书管理</caption>
    <thead><tr><th>证书类型</th><th>颁发机构</th><th>有效期</th><th>操作</th></tr></thead>
    <tbody>
      <tr><td>CA数字证书</td><td>国信CA</td><td>2023-12-31</td>
        <td><button id="unbind" type="button">解除绑定</button></td></tr>
    </tbody>
  </table>`;

/** @param head put into the head, @param extra after the table */
export function listPage({ head = '', extra = '' }: { head?: string; extra?: string } = {}): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>CA证书管理</title>
    <style>body { margin: 24px; font: 14px sans-serif } td, th { padding: 10px; border: 1px solid #ccc }</style>
    ${head}</head><body><h1>CA证书管理</h1>${TABLE}${extra}</body></html>`;
}
