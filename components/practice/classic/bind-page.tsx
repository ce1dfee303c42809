import { useState } from 'react';
import { certificateOf } from '@/components/practice/certificates';
import { CLASSIC_OUTCOMES, CLASSIC_WORDS as W } from '@/components/practice/skins/classic';
import type { SiteProps } from '@/components/practice/skins/model';
import { hasFault, judgePin } from '@/components/practice/system';
import { Font } from './font';
import { loadNext } from './views';

/** A page of its own with a native select; the key is read when the page is, or at the button. */
export function BindPage({ state, dispatch, frames }: SiteProps) {
  const [pin, setPin] = useState('');
  const [chosen, setChosen] = useState('');
  const [complaint, setComplaint] = useState<string | null>(
    state.tab.outcome === null ? null : CLASSIC_OUTCOMES[state.tab.outcome],
  );
  const key = state.account.plugged;
  const certificate =
    key === null || hasFault(state, 'driver-missing')
      ? null
      : certificateOf(state.tab.account, key, state.today, hasFault(state, 'certificate-expired'));

  function submit() {
    if (certificate !== null && chosen === '') {
      setComplaint(W.chooseFirst);
      return;
    }
    loadNext(window, frames, dispatch({ type: 'submit-bind', pin: judgePin(pin) }));
  }

  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <div className="pagetitle">{W.bindTitle}</div>
      {complaint !== null && (
        <p className="msg">
          <Font color="red" practice="result">
            {complaint}
          </Font>
        </p>
      )}
      <table className="form" cellSpacing={0}>
        <tbody>
          <tr>
            <td colSpan={2} className="help">
              {W.bindHelp}
            </td>
          </tr>
          <tr>
            <td className="label">{W.bindCertificate}</td>
            <td>
              <select
                name="cert"
                value={chosen}
                onChange={(event) => setChosen(event.target.value)}
                data-practice="certificate-choice"
              >
                <option value="">{W.bindChoose}</option>
                {certificate !== null && (
                  <option value={certificate.serial}>
                    {`${certificate.holder} ${certificate.issuer} ${certificate.validUntil}`}
                  </option>
                )}
              </select>{' '}
              <input type="button" value={W.bindRead} onClick={() => window.location.reload()} />
            </td>
          </tr>
          <tr>
            <td className="label">{W.bindPin}</td>
            <td>
              <input
                type="password"
                name="certpwd"
                autoComplete="off"
                value={pin}
                onChange={(event) => setPin(event.target.value)}
                data-practice="pin-field"
              />
            </td>
          </tr>
          <tr>
            <td colSpan={2} className="buttons">
              <input type="button" value={W.bindConfirm} onClick={submit} data-practice="bind-confirm" />
              <input
                type="button"
                value={W.back}
                onClick={() => loadNext(window, frames, dispatch({ type: 'cancel' }))}
              />
            </td>
          </tr>
        </tbody>
      </table>
    </form>
  );
}
