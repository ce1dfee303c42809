/**
 * Pages that tell what the browser says to a frame of a press in the frame beside it. The sentinel rests on it
 * (`isAnswering` in lib/content/sentinel.ts; that it then looks sooner: lib/content/sentinel-answers.test.ts).
 */

export const HERE = 'http://here.example';
export const ELSEWHERE = 'http://elsewhere.example';

/** By path; which site a document is of is for its host to say. The page asks: a tool that asks may count as a press. */
export const PRESS_PAGES: Readonly<Record<string, string>> = {
  '/menu': `<button style="position:fixed;inset:0;width:100%">菜单</button>
    <script>addEventListener('click', () => parent[1].postMessage('pressed', '*'))</script>`,
  '/content': `<p id="told"></p><script>onmessage = () => {
    let top;
    try { top = window.top.navigator.userActivation.isActive } catch (error) { top = error.name }
    told.textContent = navigator.userActivation.isActive + ' ' + top;
  }</script>`,
  '/own': frameset(HERE),
  '/with-foreign-menu': frameset(ELSEWHERE),
};

function frameset(menu: string): string {
  return `<frameset cols="50%,*"><frame id="menu" src="${menu}/menu"><frame id="content" src="${HERE}/content"></frameset>`;
}

/** Whose the menu is, and the window around both. */
export const PRESS_CASES = [
  ['all are of one site', `${HERE}/own`],
  ['the menu is another site’s', `${HERE}/with-foreign-menu`],
  ['so is the window', `${ELSEWHERE}/with-foreign-menu`],
] as const;
