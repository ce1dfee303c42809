/** The card as it stands in a document of tests. */
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, vi } from 'vitest';
import { Card } from '@/components/card/card';
import type { CardProps, SpokenPlan } from '@/components/card/card-props';
import type { CardServices, Outcome, Word } from '@/components/card/context';
import { showing } from '@/components/card/sample-plans';
import { choiceOf } from '@/lib/guide/trouble-choices';
import { generalTroubles } from '@/lib/guide/troubles';
import { createTranslate } from '@/lib/locale/translate';
import type { CardTarget } from '@/lib/messaging/contract';
import zh from '@/locales/zh_CN.json';

afterEach(cleanup);

export const FOUND: CardTarget = { state: 'found', label: '解除绑定', place: 'top' };

export type Shown = Partial<Omit<CardProps, 'plan' | 'services'>> & {
  services?: Partial<CardServices>;
};

/** The card in a document, its services heard. */
export function show(plan: SpokenPlan, { services, ...props }: Shown = {}) {
  const onSaid = vi.fn<(word: Word) => Promise<Outcome>>().mockResolvedValue({ ok: true });
  const onOpenPopup = vi.fn<() => Promise<boolean>>().mockResolvedValue(true);
  const onMinimise = vi.fn();
  const onBringTarget = vi.fn<() => Promise<boolean>>().mockResolvedValue(true);
  const onNumber = vi.fn<(on: boolean) => void>();
  const onTroubles = vi.fn(async () => generalTroubles.map((trouble) => choiceOf(trouble)));
  const { type: _type, plan: _plan, recording: _recording, place: _place, ...message } = showing(plan);
  const element = (shown: SpokenPlan) => (
    <Card
      {...message}
      corner="bottom-right"
      isMinimised={false}
      onMinimise={onMinimise}
      onMove={() => undefined}
      {...props}
      plan={shown}
      services={{
        translate: createTranslate(zh),
        language: 'zh',
        recording: true,
        onSaid,
        onOpenPopup,
        onBringTarget,
        onNumber,
        onTroubles,
        onCheckEnvironment: async () => [],
        onPlaced: () => undefined,
        isTrusted: () => true,
        ...services,
      }}
    />
  );
  const { rerender } = render(element(plan));
  return {
    onSaid,
    onOpenPopup,
    onBringTarget,
    onNumber,
    onTroubles,
    onMinimise,
    card: screen.getByRole('dialog'),
    show: (next: SpokenPlan) => rerender(element(next)),
  };
}

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
