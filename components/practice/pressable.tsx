import { createElement, type HTMLAttributes, type KeyboardEvent, type ReactNode } from 'react';
import type { TargetName } from '@/lib/page/model';

interface PressableProps extends Omit<HTMLAttributes<HTMLElement>, 'onClick'> {
  /** The element real systems use where a button belongs: `span`, `li`, `div`, `b`, or `a` without href. */
  readonly as: 'a' | 'b' | 'div' | 'i' | 'li' | 'span' | 'td';
  /** Absent for a control that is only there to be told apart from the right one. */
  readonly onPress?: (() => void) | undefined;
  readonly practice?: TargetName | undefined;
  /** Reachable by keyboard; left out where a skin imitates pages that are not. */
  readonly reachable?: boolean;
  readonly children?: ReactNode;
}

/**
 * A control that is not one. Real pages of this kind are built so, and recognition must cope; the one place
 * that builds them, so that the rest of the code base keeps its accessibility rules.
 */
export function Pressable({ as, onPress, practice, reachable = false, ...rest }: PressableProps) {
  return createElement(as, {
    ...rest,
    'data-practice': practice,
    onClick: onPress,
    ...(reachable && {
      tabIndex: 0,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onPress?.();
      },
    }),
  });
}
