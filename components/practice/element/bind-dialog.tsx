import { useState } from 'react';
import { certificateOf } from '@/components/practice/certificates';
import { Pressable } from '@/components/practice/pressable';
import { ELEMENT_WORDS as W } from '@/components/practice/skins/element';
import type { SiteProps } from '@/components/practice/skins/model';
import { hasFault, judgePin } from '@/components/practice/system';

type Props = Pick<SiteProps, 'state' | 'dispatch'>;

/** A drop-down as Element UI builds it: a read-only text box over a list, no native select. */
export function BindDialog({ state, dispatch }: Props) {
  const [pin, setPin] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);

  const key = state.account.plugged;
  const certificate =
    key === null
      ? null
      : certificateOf(state.tab.account, key, state.today, hasFault(state, 'certificate-expired'));
  // Another key in the slot is another certificate: a choice made for the old one does not stand.
  const current = certificate !== null && chosen === certificate.serial ? certificate : null;

  function submit() {
    if (certificate !== null && current === null) {
      setComplaint(W.chooseFirst);
      return;
    }
    setComplaint(null);
    dispatch({ type: 'submit-bind', pin: judgePin(pin) });
    setPin('');
  }

  return (
    <div className="el-dialog__wrapper">
      <div className="el-dialog" role="dialog" aria-modal="true" aria-label={W.bindTitle}>
        <div className="el-dialog__header">
          <span className="el-dialog__title">{W.bindTitle}</span>
          <button
            className="el-dialog__headerbtn"
            type="button"
            aria-label="Close"
            onClick={() => dispatch({ type: 'cancel' })}
          >
            ×
          </button>
        </div>
        <div className="el-dialog__body">
          <form
            className="el-form el-form--labels"
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <div className="el-form-item is-required">
              <span className="el-form-item__label">{W.bindCertificate}</span>
              <div className="el-select">
                <input
                  className="el-input__inner"
                  type="text"
                  readOnly
                  placeholder={W.bindCertificateHint}
                  value={current === null ? '' : `${current.holder} ${current.issuer}`}
                  onClick={() => setOpen(!open)}
                  onKeyDown={(event) => {
                    if (event.key === 'ArrowDown' || event.key === ' ') setOpen(true);
                    if (event.key === 'Escape') setOpen(false);
                  }}
                  data-practice="certificate-choice"
                />
                {open && (
                  <ul className="el-select-dropdown__list">
                    {certificate === null ? (
                      <li className="el-select-dropdown__empty">{W.caEmpty}</li>
                    ) : (
                      <Pressable
                        as="li"
                        reachable
                        className="el-select-dropdown__item"
                        onPress={() => {
                          setChosen(certificate.serial);
                          setComplaint(null);
                          setOpen(false);
                        }}
                      >
                        {`${certificate.holder} ${certificate.issuer}`}
                      </Pressable>
                    )}
                  </ul>
                )}
                {complaint !== null && <div className="el-form-item__error">{complaint}</div>}
              </div>
            </div>
            <div className="el-form-item">
              <span className="el-form-item__label">{W.bindSerial}</span>
              <span className="el-form-item__text">{current?.serial ?? ''}</span>
            </div>
            <div className="el-form-item">
              <span className="el-form-item__label">{W.bindUntil}</span>
              <span className="el-form-item__text">{current?.validUntil ?? ''}</span>
            </div>
            <div className="el-form-item is-required">
              <span className="el-form-item__label">{W.bindPin}</span>
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
          </form>
        </div>
        <div className="el-dialog__footer">
          <button
            className="el-button el-button--default"
            type="button"
            onClick={() => dispatch({ type: 'cancel' })}
          >
            <span>{W.cancel}</span>
          </button>
          <button
            className="el-button el-button--primary"
            type="button"
            onClick={submit}
            data-practice="bind-confirm"
          >
            <span>{W.bindConfirm}</span>
          </button>
        </div>
      </div>
    </div>
  );
}
