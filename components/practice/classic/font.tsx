import { createElement, type ReactNode } from 'react';
import type { TargetName } from '@/lib/page/model';

/** `<font color>`, which React's types have dropped and old pages have not. */
export function Font(props: {
  readonly color: 'red' | 'green';
  readonly practice?: TargetName | undefined;
  readonly children: ReactNode;
}) {
  return createElement('font', { color: props.color, 'data-practice': props.practice }, props.children);
}
