/** Writes a still as an HTML file that any browser shows and `eval:pages` reads. It has no script and asks for nothing. */
import type { Still, StillNode } from './model';

const VOID = /^(area|br|col|embed|hr|img|input|wbr)$/;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (each) => ESCAPES[each] ?? each);

export function writeStill(still: Still): string {
  const { body, title } = still;
  return [
    '<!doctype html>',
    `<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    `${write(body)}</html>`,
    '',
  ].join('\n');
}

function write(node: StillNode): string {
  if (typeof node === 'string') return escaped(node);
  const { tag, attributes, style, children, shadow } = node;
  const css = Object.entries(style).map(([name, value]) => `${name}:${value}`);
  const all = [...Object.entries(attributes), ...(css.length > 0 ? [['style', css.join(';')] as const] : [])];
  const written = all.map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`));
  if (VOID.test(tag)) return `<${tag}${written.join('')}>`;
  const root = shadow ? `<template shadowrootmode="open">${shadow.map(write).join('')}</template>` : '';
  return `<${tag}${written.join('')}>${root}${children.map(write).join('')}</${tag}>`;
}
