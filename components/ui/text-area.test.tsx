// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { createTranslate } from '@/lib/locale/translate';
import zh from '@/locales/zh_CN.json';
import { LanguageProvider } from './language';
import { GuardedInput, TextArea } from './text-area';

afterEach(cleanup);

function Form(props: { readonly kind: 'line' | 'area'; readonly onKeep: (text: string) => void }) {
  const [text, setText] = useState('旧');
  const edit = (next: string) => {
    setText(next);
    props.onKeep(next);
  };
  return (
    <LanguageProvider language="zh" translate={createTranslate(zh)}>
      {props.kind === 'line' ? (
        <GuardedInput label="名" value={text} onEdit={edit} />
      ) : (
        <TextArea label="名" rows={2} holds="prose" value={text} onEdit={edit} />
      )}
      <button type="button" onClick={() => setText('别的')}>
        换
      </button>
    </LanguageProvider>
  );
}

describe.each(['line', 'area'] as const)('a guarded %s', (kind) => {
  const setUp = () => {
    const kept: string[] = [];
    render(<Form kind={kind} onKeep={(text) => kept.push(text)} />);
    const field = screen.getByLabelText<HTMLInputElement>('名');
    const type = (value: string) => fireEvent.change(field, { target: { value } });
    fireEvent.focus(field);
    return { kept, field, type };
  };

  it('takes back what it handed on of a number while it was typed, keeps it in sight, and says why', () => {
    const { kept, field, type } = setUp();
    type('工号 32040219900101123');
    expect(kept.at(-1)).toBe('工号 32040219900101123');
    type('工号 320402199001011234');
    expect(kept.at(-1)).toBe('旧');
    expect(field.value).toBe('工号 320402199001011234');
    expect(screen.getByRole('alert').textContent).toContain('身份证号');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    type('工号');
    expect(kept.at(-1)).toBe('工号');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows what comes from outside in its place', () => {
    const { field, type } = setUp();
    type('口令 123456');
    fireEvent.click(screen.getByRole('button', { name: '换' }));
    expect(field.value).toBe('别的');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
