import { addressOf } from '@/components/practice/address';
import { loginNameOf } from '@/components/practice/certificates';
import { Pressable } from '@/components/practice/pressable';
import { CLASSIC_OUTCOMES, CLASSIC_WORDS as W } from '@/components/practice/skins/classic';
import type { SiteProps } from '@/components/practice/skins/model';
import type { PracticeEvent } from '@/components/practice/system';
import { Font } from './font';
import { CLASSIC_ID } from './views';

/** The login document: cells for tabs, buttons with a value, a reload for an answer. */
export function ClassicLogin({ state, dispatch, frames }: SiteProps) {
  const { way, outcome } = state.tab;

  function enter(event: PracticeEvent) {
    if (dispatch(event).tab.session !== null) {
      window.location.assign(addressOf(CLASSIC_ID, 'top', frames));
    }
  }

  const tab = (kind: typeof way, text: string, practice: 'account-tab' | 'ca-tab') => (
    <Pressable
      as="td"
      reachable
      className={way === kind ? 'cur' : ''}
      practice={practice}
      onPress={() => dispatch({ type: 'choose-way', way: kind })}
    >
      {text}
    </Pressable>
  );

  return (
    <div className="loginbg">
      <table className="loginbox" cellSpacing={0}>
        <tbody>
          <tr>
            <td colSpan={2} className="logintitle">
              {W.title}
            </td>
          </tr>
          <tr className="logintab">
            {tab('login-account', W.accountTab, 'account-tab')}
            {tab('login-ca', W.caTab, 'ca-tab')}
          </tr>
          {outcome !== null && (
            <tr>
              <td colSpan={2} className="msg">
                <Font color={outcome === 'unbind-done' ? 'green' : 'red'} practice="result">
                  {CLASSIC_OUTCOMES[outcome]}
                </Font>
              </td>
            </tr>
          )}
          {way === 'login-account' ? (
            <>
              <tr>
                <td className="label">{W.userName}</td>
                <td>
                  <input
                    type="text"
                    name="userid"
                    autoComplete="off"
                    defaultValue={loginNameOf(state.tab.account)}
                  />
                </td>
              </tr>
              <tr>
                <td className="label">{W.password}</td>
                <td>
                  <input type="password" name="password" autoComplete="off" />
                </td>
              </tr>
              <tr>
                <td colSpan={2} className="buttons">
                  <input
                    type="button"
                    value={W.login}
                    data-practice="login-submit"
                    onClick={() => enter({ type: 'login-account' })}
                  />
                  <input type="button" value={W.clear} />
                </td>
              </tr>
            </>
          ) : (
            <>
              <tr>
                <td colSpan={2} className="capic">
                  <span className="keypic" role="img" aria-label={W.caPicture} />
                </td>
              </tr>
              <tr>
                <td colSpan={2} className="buttons">
                  {W.caHint}
                </td>
              </tr>
              <tr>
                <td colSpan={2} className="buttons">
                  <input
                    type="button"
                    value={W.caLogin}
                    data-practice="login-submit"
                    onClick={() => enter({ type: 'login-ca', pin: 'not-asked' })}
                  />
                </td>
              </tr>
            </>
          )}
          <tr>
            <td colSpan={2} className="foot">
              {W.driverHelp}
              <br />
              {W.recommended}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
