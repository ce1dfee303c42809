import { certificateOf, holderOf } from '@/components/practice/certificates';
import { Pressable } from '@/components/practice/pressable';
import type { SiteProps } from '@/components/practice/skins/model';
import type { PracticePage } from '@/components/practice/system';
import { BindModal, OutcomeLayer, UnbindLayer } from './layers';
import { UnseenLogin } from './login';
import './unseen.css';
import { UNSEEN_WORDS as W } from './words';

type Props = Pick<SiteProps, 'state' | 'dispatch'>;

function Nav({ state, dispatch }: Props) {
  const item = (page: PracticePage, text: string) => (
    <Pressable
      as="li"
      className={state.tab.page === page ? 'this' : ''}
      practice={page === 'ca-list' ? 'ca-menu' : undefined}
      onPress={() => dispatch({ type: 'open', page })}
    >
      {text}
    </Pressable>
  );
  return (
    <ul className="ys-nav">
      <li className="ys-logo">{W.title}</li>
      {item('home', W.nav.desk)}
      <li>{W.nav.hall}</li>
      <li>{W.nav.orders}</li>
      {item('ca-list', W.nav.key)}
      {item('seal', W.nav.seal)}
      <li className="ys-who">
        {holderOf(state.tab.account)}
        <Pressable as="a" onPress={() => dispatch({ type: 'logout' })}>
          {W.leave}
        </Pressable>
      </li>
    </ul>
  );
}

function Desk() {
  return (
    <>
      <h2>{W.deskHello}</h2>
      <div className="ys-cards">
        {W.deskCards.map((card, index) => (
          <div className="ys-card" key={card}>
            <em>{index + 1}</em>
            {card}
          </div>
        ))}
      </div>
      <p className="ys-grey">{W.deskNote}</p>
    </>
  );
}

/** A card of terms, not a table, with the account's other bindings around it. */
function KeyCard({ state, dispatch }: Props) {
  const { bound } = state.account;
  const certificate = bound === null ? null : certificateOf(state.tab.account, bound, state.today);
  return (
    <>
      <h2>{W.safetyTitle}</h2>
      <div className="ys-card">
        <h3>{W.keyTitle}</h3>
        <p className="ys-grey">{W.keySteps}</p>
        {certificate === null ? (
          <>
            <p>{W.noKey}</p>
            <Pressable
              as="b"
              className="ys-btn0"
              practice="bind"
              onPress={() => dispatch({ type: 'ask-bind', reads: false })}
            >
              {W.bind}
            </Pressable>
          </>
        ) : (
          <>
            <dl>
              <dt>{W.holder}</dt>
              <dd>{certificate.holder}</dd>
              <dt>{W.serial}</dt>
              <dd>{certificate.serial}</dd>
              <dt>{W.issuer}</dt>
              <dd>{certificate.issuer}</dd>
              <dt>{W.until}</dt>
              <dd>{certificate.validUntil}</dd>
              <dt>{W.status}</dt>
              <dd>{W.bound}</dd>
            </dl>
            <Pressable
              as="a"
              className="ys-link"
              practice="unbind"
              onPress={() => dispatch({ type: 'ask-unbind' })}
            >
              {W.unbind}
            </Pressable>
            <Pressable as="a" className="ys-link">
              {W.lose}
            </Pressable>
            <Pressable as="a" className="ys-link">
              {W.changePin}
            </Pressable>
          </>
        )}
        <Pressable as="a" className="ys-link">
          {W.report}
        </Pressable>
      </div>
      <div className="ys-card">
        <p>
          {W.phone} {W.phoneShown}{' '}
          <Pressable as="a" className="ys-link">
            {W.phoneChange}
          </Pressable>
        </p>
        <p>
          {W.wechat} {W.wechatShown}{' '}
          <Pressable as="a" className="ys-link">
            {W.wechatUnbind}
          </Pressable>
        </p>
        <p>
          {W.loginPassword}{' '}
          <Pressable as="a" className="ys-link" onPress={() => dispatch({ type: 'open', page: 'password' })}>
            {W.loginPasswordChange}
          </Pressable>
        </p>
      </div>
    </>
  );
}

function Page({ state, dispatch }: Props) {
  switch (state.tab.page) {
    case 'ca-list':
      return <KeyCard state={state} dispatch={dispatch} />;
    case 'seal':
      return (
        <>
          <h2>{W.sealTitle}</h2>
          <div className="ys-card">
            {W.sealLines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <Pressable as="a" className="ys-link">
              {W.sealApply}
            </Pressable>
          </div>
        </>
      );
    case 'password':
      return (
        <>
          <h2>{W.passwordTitle}</h2>
          <div className="ys-card">
            {W.passwordFields.map((field) => (
              <div className="ys-line" key={field}>
                <i>{field}</i>
                <input type="password" autoComplete="off" />
              </div>
            ))}
            <b className="ys-btn0">{W.passwordSave}</b>
          </div>
        </>
      );
    case 'loading':
      return <p className="ys-loading">{W.loading}</p>;
    default:
      return <Desk />;
  }
}

/** Its address never changes, whatever is shown. */
export function UnseenSite({ state, dispatch, mark }: SiteProps) {
  const inModal = state.tab.dialog === 'bind';
  return (
    <div className="practice-unseen">
      {state.tab.page === 'login' ? (
        <UnseenLogin state={state} dispatch={dispatch} />
      ) : (
        <>
          <Nav state={state} dispatch={dispatch} />
          <div className="ys-body">
            <Page state={state} dispatch={dispatch} />
          </div>
        </>
      )}
      {state.tab.dialog === 'unbind' && <UnbindLayer dispatch={dispatch} />}
      {inModal && <BindModal state={state} dispatch={dispatch} mark={mark} />}
      {!inModal && <OutcomeLayer state={state} dispatch={dispatch} />}
    </div>
  );
}
