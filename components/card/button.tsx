import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { useCard } from './context';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'type'> {
  readonly look?: 'primary' | 'plain' | 'quiet' | 'icon';
  readonly onPress: () => void;
  readonly children: ReactNode;
  /** Names the action for tests and helpdesk. */
  readonly action: string;
}

/** A button that hears people alone: only trusted events count (design.md §3.5). */
export function Button({ look = 'plain', onPress, action, children, ...rest }: ButtonProps) {
  const { isTrusted } = useCard();
  return (
    <button
      {...rest}
      type="button"
      className={`button ${look}`}
      data-action={action}
      onClick={({ nativeEvent }) => {
        if (isTrusted(nativeEvent) && rest['aria-disabled'] !== true) onPress();
      }}
    >
      {children}
    </button>
  );
}
