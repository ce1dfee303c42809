import { type ReactNode, useEffect, useRef, useState } from 'react';
import { certificateOf, type PracticeCertificate } from '@/components/practice/certificates';
import { Pressable } from '@/components/practice/pressable';
import type { SiteProps } from '@/components/practice/skins/model';
import { hasFault, judgePin, type Outcome } from '@/components/practice/system';
import { UNSEEN_OUTCOMES, UNSEEN_WORDS as W } from './words';

type Props = Pick<SiteProps, 'state' | 'dispatch'>;

const MESSAGE_MS = 3000;

/** A box of the layer kind: a title bar and anchors for buttons, no role anywhere. */
function Layer(props: { readonly title: string; readonly children: ReactNode; readonly buttons: ReactNode }) {
  return (
    <>
      <div className="ys-shade" />
      <div className="ys-layer">
        <div className="ys-layer-title">{props.title}</div>
        <div className="ys-layer-content">{props.children}</div>
        <div className="ys-layer-btn">{props.buttons}</div>
      </div>
    </>
  );
}

export function UnbindLayer({ dispatch }: Pick<Props, 'dispatch'>) {
  return (
    <Layer
      title={W.confirmTitle}
      buttons={
        <>
          <Pressable
            as="a"
            className="ys-btn0"
            practice="unbind-confirm"
            onPress={() => dispatch({ type: 'confirm-unbind' })}
          >
            {W.confirmYes}
          </Pressable>
          <Pressable as="a" className="ys-btn1" onPress={() => dispatch({ type: 'cancel' })}>
            {W.confirmNo}
          </Pressable>
        </>
      }
    >
      {W.confirmText}
    </Layer>
  );
}

function named({ issuer, holder }: PracticeCertificate): string {
  return `${issuer} ${holder}`;
}

/** The one native modal dialog: whatever wants to be seen over it must move into it. */
export function BindModal({ state, dispatch, mark }: Props & { readonly mark: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [pin, setPin] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState('');
  const [complaint, setComplaint] = useState<string | null>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  const key = state.account.plugged;
  const certificate =
    key === null || hasFault(state, 'driver-missing')
      ? null
      : certificateOf(state.tab.account, key, state.today, hasFault(state, 'certificate-expired'));

  const current = certificate?.serial === chosen ? certificate : null;

  function submit() {
    if (certificate !== null && current === null) {
      setComplaint(W.bindPick);
      return;
    }
    setComplaint(null);
    dispatch({ type: 'submit-bind', pin: judgePin(pin) });
    setPin('');
  }

  return (
    <dialog ref={dialog} className="ys-modal" onCancel={() => dispatch({ type: 'cancel' })}>
      {mark}
      <h3>{W.bindTitle}</h3>
      <p className="ys-grey">{W.bindLead}</p>
      <div className="ys-line">
        <i>{W.bindCertificate}</i>
        <div className="ys-pick">
          <input
            type="text"
            readOnly
            placeholder={W.bindPick}
            value={current === null ? '' : named(current)}
            onClick={() => setOpen(!open)}
            data-practice="certificate-choice"
          />
          {open && (
            <ul>
              {certificate === null ? (
                <li>{W.bindNone}</li>
              ) : (
                <Pressable
                  as="li"
                  onPress={() => {
                    setChosen(certificate.serial);
                    setOpen(false);
                  }}
                >
                  {named(certificate)}
                </Pressable>
              )}
            </ul>
          )}
        </div>
      </div>
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
      <p className="ys-complaint">{complaint}</p>
      <div className="ys-layer-btn">
        <Pressable as="b" className="ys-btn0" practice="bind-confirm" onPress={submit}>
          {W.bindYes}
        </Pressable>
        <Pressable as="b" className="ys-btn1" onPress={() => dispatch({ type: 'cancel' })}>
          {W.bindNo}
        </Pressable>
      </div>
      <OutcomeLayer state={state} dispatch={dispatch} />
    </dialog>
  );
}

/** A dark line that fades for what can be tried again; a box for what cannot. */
const BOXED: readonly Outcome[] = ['pin-locked', 'session-expired', 'driver-missing'];

export function OutcomeLayer({ state, dispatch }: Props) {
  const { outcome, held } = state.tab;
  const fades = outcome !== null && !BOXED.includes(outcome) && !held;
  useEffect(() => {
    if (!fades || state.tab.outcome === null) return;
    const timer = setTimeout(() => dispatch({ type: 'dismiss' }), MESSAGE_MS);
    return () => clearTimeout(timer);
  }, [fades, state, dispatch]);

  if (outcome === null) return null;
  const text = UNSEEN_OUTCOMES[outcome](state.account.tries[state.account.plugged ?? 'old']);
  if (!BOXED.includes(outcome)) {
    return (
      <div className="ys-msg">
        <div data-practice="result">{text}</div>
      </div>
    );
  }
  return (
    <Layer
      title={W.boxTitle}
      buttons={
        <Pressable as="a" className="ys-btn0" onPress={() => dispatch({ type: 'dismiss' })}>
          {W.boxOk}
        </Pressable>
      }
    >
      <div data-practice="result">{text}</div>
    </Layer>
  );
}
