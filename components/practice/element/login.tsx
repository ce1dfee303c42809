import { useState } from 'react';
import { loginNameOf } from '@/components/practice/certificates';
import { Pressable } from '@/components/practice/pressable';
import { ELEMENT_WORDS as W } from '@/components/practice/skins/element';
import type { SiteProps } from '@/components/practice/skins/model';
import { judgePin } from '@/components/practice/system';

type Props = Pick<SiteProps, 'state' | 'dispatch'>;

function AccountPane({ state, dispatch }: Props) {
  return (
    <form
      className="el-form"
      onSubmit={(event) => {
        event.preventDefault();
        dispatch({ type: 'login-account' });
      }}
    >
      <div className="el-form-item">
        <input
          className="el-input__inner"
          type="text"
          autoComplete="off"
          placeholder={W.userName}
          defaultValue={loginNameOf(state.tab.account)}
        />
      </div>
      <div className="el-form-item">
        <input className="el-input__inner" type="password" autoComplete="off" placeholder={W.password} />
      </div>
      <div className="el-form-item el-form-item--captcha">
        <input className="el-input__inner" type="text" autoComplete="off" placeholder={W.captcha} />
        <span className="captcha">{W.captchaText}</span>
      </div>
      <button
        className="el-button el-button--primary el-button--block"
        type="submit"
        data-practice="login-submit"
      >
        <span>{W.login}</span>
      </button>
      <div className="login-links">
        <span>{W.forgot}</span>
        <span>{W.register}</span>
      </div>
    </form>
  );
}

function CaPane({ dispatch }: Props) {
  const [pin, setPin] = useState('');
  return (
    <form
      className="el-form"
      onSubmit={(event) => {
        event.preventDefault();
        dispatch({ type: 'login-ca', pin: judgePin(pin) });
        setPin('');
      }}
    >
      <div className="ca-picture" />
      <p className="ca-hint">{W.caHint}</p>
      <div className="el-form-item">
        <input
          className="el-input__inner"
          type="password"
          autoComplete="off"
          placeholder={W.pin}
          value={pin}
          onChange={(event) => setPin(event.target.value)}
          data-practice="pin-field"
        />
      </div>
      <button
        className="el-button el-button--primary el-button--block"
        type="submit"
        data-practice="login-submit"
      >
        <span>{W.login}</span>
      </button>
      <p className="login-links">
        <span>
          {W.driverHint}
          <b>{W.driverLink}</b>
        </span>
      </p>
    </form>
  );
}

export function ElementLogin({ state, dispatch }: Props) {
  const way = state.tab.way;
  return (
    <div className="el-login">
      <div className="login-box">
        <h2 className="login-title">{W.title}</h2>
        <div className="login-tabs">
          <Pressable
            as="span"
            reachable
            className={way === 'login-account' ? 'tab-item is-active' : 'tab-item'}
            practice="account-tab"
            onPress={() => dispatch({ type: 'choose-way', way: 'login-account' })}
          >
            {W.accountTab}
          </Pressable>
          <Pressable
            as="span"
            reachable
            className={way === 'login-ca' ? 'tab-item is-active' : 'tab-item'}
            practice="ca-tab"
            onPress={() => dispatch({ type: 'choose-way', way: 'login-ca' })}
          >
            {W.caTab}
          </Pressable>
        </div>
        {way === 'login-account' ? (
          <AccountPane state={state} dispatch={dispatch} />
        ) : (
          <CaPane state={state} dispatch={dispatch} />
        )}
      </div>
      <div className="login-foot">{W.support}</div>
    </div>
  );
}
