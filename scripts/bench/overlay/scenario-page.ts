/** What scenarios are written with: a page with one control, and how far a highlight is from it. */
import type { Page } from '@playwright/test';
import type { Rect } from '@/tests/e2e/harness/shadow-reader';
import { type Contestant, TARGET } from './contestants';

export interface Outcome {
  /** In a word or two, for the table. */
  readonly said: string;
  readonly good: boolean;
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly html: string;
  /** Name of the frame the control is in. */
  readonly frame?: string;
  readonly inner?: string;
  /** Before the tool comes. */
  readonly before?: (page: Page) => Promise<unknown>;
  readonly run: (page: Page, tool: Contestant, before: unknown) => Promise<Outcome>;
}

export const TABLE = `<table><caption>CA证书管理</caption>
  <thead><tr><th>证书类型</th><th>颁发机构</th><th>有效期</th><th>操作</th></tr></thead>
  <tbody><tr><td>CA数字证书</td><td>国信CA</td><td>2023-12-31</td>
    <td><button class="target" type="button">解除绑定</button></td></tr></tbody></table>`;

export const FIELDS =
  '<p><input id="name"> <input id="pin" type="password"> <button id="plugin" type="button">插件</button></p>';

export const pageWith = (body: string, head = '') =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>CA证书管理</title>
   <style>body { margin: 24px; font: 14px sans-serif } td, th { padding: 10px; border: 1px solid #ccc }</style>${head}
   </head><body><h1>CA证书管理</h1>${body}</body></html>`;

export const PAGE = pageWith(`${FIELDS}${TABLE}`);

export const settle = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
  });

export const targetRect = (page: Page): Promise<Rect | null> =>
  page.evaluate((selector) => {
    for (const element of window.document.querySelectorAll(selector)) {
      const { x, y, width, height } = element.getBoundingClientRect();
      if (width > 0) return { x, y, width, height };
    }
    return null;
  }, TARGET);

/** How far the highlight's edges are from the control's, at the worst. Padding is switched off. */
export function off(hole: Rect | null, target: Rect | null): Outcome {
  if (!hole) return { said: 'no highlight', good: false };
  if (!target) return { said: 'no target', good: false };
  const distance = Math.max(Math.abs(hole.x - target.x), Math.abs(hole.y - target.y));
  return { said: `${Math.round(distance * 10) / 10} px off`, good: distance < 1 };
}
