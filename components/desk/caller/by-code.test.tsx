// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { DeskServices } from '@/components/desk/services';
import { LanguageProvider } from '@/components/ui/language';
import { writeHelpCode } from '@/lib/desk/help-code/codes';
import { type HelpState, hashPack } from '@/lib/desk/help-code/state';
import { generalTroubles } from '@/lib/guide/troubles';
import { createTranslate } from '@/lib/locale/translate';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { phaseOn } from '@/lib/notice/phases';
import zh from '@/locales/zh_CN.json';
import { ByCode } from './by-code';

afterEach(cleanup);
// jsdom has no sheets of its own; how the card looks the browser tests see.
CSSStyleSheet.prototype.replaceSync ??= () => {};

const t = createTranslate(zh);

function stateOn(today: string, guide: string, step: string, rest: Partial<HelpState> = {}): HelpState {
  const at = pack.guides.findIndex(({ id }) => id === guide);
  const phase = phaseOn(pack, today);
  return {
    pack: hashPack(pack),
    audience: 'budget-unit',
    level: 'city',
    phase: phase ? pack.phases.findIndex(({ id }) => id === phase.id) : null,
    page: 'ca-list',
    guide: at,
    step: pack.guides[at]?.steps.findIndex(({ id }) => id === step) ?? null,
    target: 'none',
    trouble: null,
    engine: 'unknown',
    scheme: 'unknown',
    access: 'unknown',
    assertion: 'said',
    ...rest,
  };
}

/** The desk keeps what was typed. */
function Held({ services }: { readonly services: DeskServices }) {
  const [typed, setTyped] = useState('');
  return <ByCode services={services} typed={typed} onType={setTyped} />;
}

function takeCall(today: string, ...states: readonly HelpState[]) {
  const services = { packs: [pack], now: () => new Date(`${today}T02:00:00Z`) } as unknown as DeskServices;
  render(
    <LanguageProvider translate={t} language="zh">
      <Held services={services} />
    </LanguageProvider>,
  );
  const hear = (state: HelpState) =>
    fireEvent.change(screen.getByLabelText(t('desk.code.field')), {
      target: { value: writeHelpCode(state) },
    });
  for (const state of states) hear(state);
  const marks = () => within(document.querySelector('details[data-part="marks"]') as HTMLElement);
  const note = (number: string, label: string) => {
    fireEvent.change(marks().getByLabelText(t('desk.mark.number')), { target: { value: number } });
    fireEvent.change(marks().getByLabelText(t('desk.mark.label')), { target: { value: label } });
    fireEvent.submit(document.querySelector('form.desk-marks') as HTMLFormElement);
  };
  const kinds = () =>
    [...document.querySelectorAll('[data-mark]')].map((each) => [
      each.getAttribute('data-mark'),
      each.getAttribute('data-kind'),
    ]);
  const sentence = () => document.querySelector('[data-part="sentence"]')?.textContent;
  return { hear, note, kinds, sentence };
}

test('nobody is told the number of a control that the caller’s card does not point at', () => {
  // The swap's time is over; the new CA may be over; a question is open.
  for (const [today, guide, step, page, label] of [
    ['2026-11-25', 'rebind', 'unbind-old', 'ca-list', '解绑'],
    ['2026-11-25', 'first-binding', 'start-bind', 'ca-list', '绑定'],
    ['2023-09-20', 'rebind', 'unbind-old', 'ca-list', '解绑'],
  ] as const) {
    const call = takeCall(today, stateOn(today, guide, step, { page }));
    call.note('3', label);
    expect(call.kinds()).toEqual([['3', 'other']]);
    cleanup();
  }
  const call = takeCall(
    '2026-11-25',
    stateOn('2026-11-25', 'first-binding', 'start-bind', { target: 'found' }),
  );
  call.note('３号', '绑定');
  expect(call.kinds()).toEqual([['3', 'wanted']]);
});

test('where no answer opens an unbinding, the helper is not told to have the questions answered and go on', () => {
  const words = () => document.querySelector('[data-part="irreversible"]')?.textContent;
  takeCall('2023-09-20', stateOn('2023-09-20', 'rebind', 'unbind-old'));
  expect(words()).toBe(t('desk.irreversible'));
  cleanup();
  takeCall('2026-11-25', stateOn('2026-11-25', 'rebind', 'unbind-old'));
  expect(words()).toBe(t('card.preflight.closed'));
});

test('the next caller begins anew: no number noted, no step chosen for the last one', () => {
  const day = '2026-11-25';
  const call = takeCall(day, stateOn(day, 'first-binding', 'start-bind', { target: 'found' }));
  call.note('3', '绑定');
  call.hear(stateOn(day, 'first-binding', 'start-bind', { target: 'found', audience: 'supplier' }));
  expect(call.kinds()).toEqual([]);
  call.hear(stateOn(day, 'first-binding', 'bind-new', { page: 'bind-form', target: 'found' }));
  expect((screen.getByLabelText(t('desk.jump.step')) as HTMLSelectElement).value).toBe('bind-new');
});

test('what the caller said is wrong is what is read out, on whatever page', () => {
  const day = '2026-11-25';
  const trouble = generalTroubles.findIndex(({ id }) => id === 'assistant-missing');
  const call = takeCall(day, stateOn(day, 'first-binding', 'open-list', { page: 'home', trouble }));
  expect(call.sentence()).toBe(generalTroubles[trouble]?.text.zh);
});

test('a card with no step on it, and one worked out anew, are told', () => {
  const day = '2026-11-25';
  takeCall(day, stateOn(day, '', '', { guide: null, step: null, audience: null, level: null, page: 'home' }));
  expect(document.querySelector('[data-part="inexact"]')?.textContent).toBe(t('desk.code.noGuide'));
});
