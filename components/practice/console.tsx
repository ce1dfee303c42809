import type { ChangeEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { Language } from '@/lib/locale/text';
import type { MessageKey, Translate } from '@/lib/locale/translate';
import type { CalendarDate } from '@/lib/notice/calendar';
import { PRACTICE_ACCOUNTS, PRACTICE_KEYS, type PracticeAccount, type PracticeKey } from './certificates';
import { FAULTS, type Fault, hasFault, isLocked, type PracticeEvent, type PracticeState } from './system';

export interface ConsoleProps {
  readonly t: Translate;
  readonly language: Language;
  readonly state: PracticeState;
  readonly dispatch: (event: PracticeEvent) => void;
  readonly skin: string;
  readonly skins: readonly string[];
  readonly onSkin: (skin: string) => void;
  readonly onAccount: (account: PracticeAccount) => void;
  readonly onStartOver: () => void;
  /** null: the usual day again. */
  readonly onDate: (date: CalendarDate | null) => void;
  /** Told when it folds or unfolds: a frameset has to make room. */
  readonly onToggle?: ((open: boolean) => void) | undefined;
}

const SKIN_NAMES: Readonly<Record<string, MessageKey>> = {
  element: 'practice.console.skinElement',
  classic: 'practice.console.skinClassic',
};
const ACCOUNT_NAMES: Record<PracticeAccount, MessageKey> = {
  a: 'practice.console.accountA',
  b: 'practice.console.accountB',
};
const KEY_NAMES: Record<PracticeKey | 'none', MessageKey> = {
  none: 'practice.console.keyNone',
  old: 'practice.console.keyOld',
  new: 'practice.console.keyNew',
};
const FAULT_NAMES: Record<Fault, MessageKey> = {
  'driver-missing': 'practice.console.fault.driverMissing',
  'pin-wrong': 'practice.console.fault.pinWrong',
  'certificate-expired': 'practice.console.fault.certificateExpired',
  'already-bound': 'practice.console.fault.alreadyBound',
  'session-expired': 'practice.console.fault.sessionExpired',
  'system-busy': 'practice.console.fault.systemBusy',
  'logout-after-unbind': 'practice.console.fault.logoutAfterUnbind',
  'unbind-at-once': 'practice.console.fault.unbindAtOnce',
  'native-confirm': 'practice.console.fault.nativeConfirm',
};
const LOCK_NAMES: Record<PracticeKey, MessageKey> = {
  old: 'practice.console.lockOld',
  new: 'practice.console.lockNew',
};

function Choice<T extends string>(props: {
  readonly legend: string;
  readonly name: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}) {
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      {props.options.map(([value, text]) => (
        <label key={value}>
          <input
            type="radio"
            name={props.name}
            checked={props.value === value}
            onChange={() => props.onChoose(value)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

function Switch(props: {
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <label>
      <input
        type="checkbox"
        checked={props.on}
        onChange={(event: ChangeEvent<HTMLInputElement>) => props.onSwitch(event.target.checked)}
      />
      {props.children}
    </label>
  );
}

function KeyPanel({ t, state, dispatch }: Pick<ConsoleProps, 't' | 'state' | 'dispatch'>) {
  const { plugged, tries } = state.account;
  return (
    <>
      <Choice
        legend={t('practice.console.key')}
        name="key"
        value={plugged ?? 'none'}
        options={(['none', ...PRACTICE_KEYS] as const).map((key) => [key, t(KEY_NAMES[key])] as const)}
        onChoose={(key) => dispatch({ type: 'plug', key: key === 'none' ? null : key })}
      />
      <fieldset>
        <legend>{t('practice.console.pin')}</legend>
        <p>{t('practice.console.pinRule')}</p>
        <p>{t('practice.console.tries', { old: tries.old, new: tries.new })}</p>
        {PRACTICE_KEYS.map((key) => (
          <Switch
            key={key}
            on={isLocked(state, key)}
            onSwitch={(locked) => dispatch({ type: 'lock', key, locked })}
          >
            {t(LOCK_NAMES[key])}
          </Switch>
        ))}
      </fieldset>
    </>
  );
}

/** The trainer's panel: which key is in the slot, what goes wrong, which day it is. */
export function PracticeConsole(props: ConsoleProps) {
  const { t, state, dispatch } = props;
  const [open, setOpen] = useState(false);

  function toggle() {
    setOpen(!open);
    props.onToggle?.(!open);
  }

  return (
    <aside
      className={open ? 'console is-open' : 'console'}
      lang={props.language === 'en' ? 'en' : 'zh-CN'}
      aria-label={t('practice.console.title')}
    >
      <button type="button" className="toggle" aria-expanded={open} onClick={toggle}>
        {open
          ? t('practice.console.close')
          : t('practice.console.open', { key: t(KEY_NAMES[state.account.plugged ?? 'none']) })}
      </button>
      {open && (
        <div className="body">
          <p>{t('practice.console.intro')}</p>
          <KeyPanel t={t} state={state} dispatch={dispatch} />
          <p className="status">
            {t('practice.console.status', {
              bound: t(
                state.account.bound === null ? 'practice.console.boundNone' : KEY_NAMES[state.account.bound],
              ),
            })}
          </p>
          <fieldset>
            <legend>{t('practice.console.faults')}</legend>
            {FAULTS.map((fault) => (
              <Switch
                key={fault}
                on={hasFault(state, fault)}
                onSwitch={(on) => dispatch({ type: 'fault', fault, on })}
              >
                {t(FAULT_NAMES[fault])}
              </Switch>
            ))}
          </fieldset>
          <fieldset>
            <legend>{t('practice.console.date')}</legend>
            <input
              type="date"
              aria-label={t('practice.console.date')}
              value={state.today}
              onChange={(event) => event.target.value !== '' && props.onDate(event.target.value)}
            />
            <button type="button" onClick={() => props.onDate(null)}>
              {t('practice.console.dateClear')}
            </button>
            <p>{t('practice.console.dateHelp')}</p>
          </fieldset>
          <Choice
            legend={t('practice.console.skin')}
            name="skin"
            value={props.skin}
            options={props.skins.map(
              (id) => [id, t(SKIN_NAMES[id] ?? 'practice.console.skinOther', { id })] as const,
            )}
            onChoose={props.onSkin}
          />
          <Choice
            legend={t('practice.console.account')}
            name="account"
            value={state.tab.account}
            options={PRACTICE_ACCOUNTS.map((account) => [account, t(ACCOUNT_NAMES[account])] as const)}
            onChoose={props.onAccount}
          />
          <button type="button" onClick={props.onStartOver}>
            {t('practice.console.reset')}
          </button>
          <p>{t('practice.console.resetHelp')}</p>
        </div>
      )}
    </aside>
  );
}
