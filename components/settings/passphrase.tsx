import { useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { PROBLEM_SENTENCES } from '@/components/ui/problems';
import { refuseText } from '@/lib/certificate/refusal';
import type { MessageKey } from '@/lib/locale/translate';

/** Fewer signs are guessed too soon. */
const SHORTEST = 8;

/** A passphrase being chosen; in this page's memory alone, until the file is written. */
export interface Passphrase {
  readonly value: string;
  readonly again: string;
  readonly problem: MessageKey | null;
  set(part: { value?: string; again?: string }): void;
  /** The passphrase, or null where something has to be put right first. */
  take(): string | null;
  forget(): void;
}

/** A PIN of the key must not become the passphrase: whoever gets one would have both. */
function problemOf(value: string, again: string): MessageKey | null {
  if ([...value].length < SHORTEST) return 'settings.backup.tooShort';
  if (refuseText(value) === 'key-material') return PROBLEM_SENTENCES['key-material'];
  if (/^\d+$/.test(value.normalize('NFKC')) || refuseText(value) === 'id-number') {
    return 'settings.backup.digitsOnly';
  }
  return value === again ? null : 'settings.backup.notAlike';
}

export function usePassphrase(): Passphrase {
  const [{ value, again }, setFields] = useState({ value: '', again: '' });
  const [tried, setTried] = useState(false);
  const problem = problemOf(value, again);
  return {
    value,
    again,
    problem: tried ? problem : null,
    set: (part) => setFields((fields) => ({ ...fields, ...part })),
    take: () => {
      setTried(true);
      return problem === null ? value : null;
    },
    forget: () => {
      setTried(false);
      setFields({ value: '', again: '' });
    },
  };
}

export function PassphraseFields({ passphrase }: { readonly passphrase: Passphrase }) {
  const { t } = useSpeech();
  return (
    <div className="settings-row">
      <SecretField
        label={t('settings.backup.passphrase')}
        value={passphrase.value}
        onEdit={(value) => passphrase.set({ value })}
      />
      <SecretField
        label={t('settings.backup.passphraseAgain')}
        value={passphrase.again}
        onEdit={(again) => passphrase.set({ again })}
      />
      <p className="fine">{t('settings.backup.passphraseHint')}</p>
      {passphrase.problem && (
        <p className="field-error" role="alert">
          {t(passphrase.problem, { shortest: SHORTEST })}
        </p>
      )}
    </div>
  );
}

export function SecretField(props: {
  readonly label: string;
  readonly value: string;
  readonly onEdit: (value: string) => void;
}) {
  return (
    <label className="field">
      <span className="field-label">{props.label}</span>
      <input
        className="field-input"
        type="password"
        autoComplete="new-password"
        value={props.value}
        onChange={(event) => props.onEdit(event.currentTarget.value)}
      />
    </label>
  );
}
