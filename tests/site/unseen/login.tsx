import { useState } from 'react';
import { loginNameOf } from '@/components/practice/certificates';
import { Pressable } from '@/components/practice/pressable';
import type { SiteProps } from '@/components/practice/skins/model';
import { judgePin } from '@/components/practice/system';
import { UNSEEN_WORDS as W } from './words';

type Props = Pick<SiteProps, 'state' | 'dispatch'>;

export function UnseenLogin({ state, dispatch }: Props) {
  const [pin, setPin] = useState('');
  const { way } = state.tab;
  const tab = (kind: typeof way, text: string, practice: 'account-tab' | 'ca-tab') => (
    <Pressable
      as="li"
      className={way === kind ? 'on' : ''}
      practice={practice}
      onPress={() => dispatch({ type: 'choose-way', way: kind })}
    >
      <Pressable as="a">{text}</Pressable>
    </Pressable>
  );
  return (
    <div className="ys-login">
      <h1>{W.title}</h1>
      <div className="ys-panel">
        <ul className="ys-tab">
          {tab('login-ca', W.keyTab, 'ca-tab')}
          {tab('login-account', W.accountTab, 'account-tab')}
        </ul>
        {way === 'login-account' ? (
          <div className="ys-form">
            <div className="ys-line">
              <i>{W.account}</i>
              <input type="text" autoComplete="off" defaultValue={loginNameOf(state.tab.account)} />
            </div>
            <div className="ys-line">
              <i>{W.password}</i>
              <input type="password" autoComplete="off" />
            </div>
            <Pressable
              as="div"
              className="ys-enter"
              practice="login-submit"
              onPress={() => dispatch({ type: 'login-account' })}
            >
              {W.enter}
            </Pressable>
          </div>
        ) : (
          <div className="ys-form">
            <div className="ys-line">
              <i>{W.keyPassword}</i>
              <input
                type="password"
                autoComplete="off"
                value={pin}
                onChange={(event) => setPin(event.target.value)}
                data-practice="pin-field"
              />
            </div>
            <Pressable
              as="div"
              className="ys-enter"
              practice="login-submit"
              onPress={() => {
                dispatch({ type: 'login-ca', pin: judgePin(pin) });
                setPin('');
              }}
            >
              {W.enter}
            </Pressable>
            <p className="ys-grey">{W.keyHelp}</p>
          </div>
        )}
        <p className="ys-grey">{W.guest}</p>
      </div>
    </div>
  );
}
