import { useEffect } from 'react';
import { holderOf } from '@/components/practice/certificates';
import { Pressable } from '@/components/practice/pressable';
import { ELEMENT_OUTCOMES, ELEMENT_WORDS as W } from '@/components/practice/skins/element';
import type { SiteProps } from '@/components/practice/skins/model';
import type { PracticePage } from '@/components/practice/system';
import { BindDialog } from './bind-dialog';
import './element.css';
import { ElementLogin } from './login';
import { ElementCaList, ElementHome, ElementPassword, ElementSeal } from './pages';

type Props = Pick<SiteProps, 'state' | 'dispatch'>;

/** How long a line of this kind stays; real ones stay three seconds. */
const MESSAGE_MS = 4000;

const HASHES: Record<PracticePage, string> = {
  login: '#/login',
  home: '#/home',
  'ca-list': '#/setting/ca',
  seal: '#/setting/seal',
  password: '#/setting/password',
  loading: '#/loading',
};

function Menu({ state, dispatch }: Props) {
  const item = (page: PracticePage, text: string, deep = false) => (
    <Pressable
      as="li"
      reachable
      className={`el-menu-item${state.tab.page === page ? ' is-active' : ''}${deep ? ' is-deep' : ''}`}
      practice={page === 'ca-list' ? 'ca-menu' : undefined}
      onPress={() => dispatch({ type: 'open', page })}
    >
      <span>{text}</span>
    </Pressable>
  );
  return (
    <ul className="el-menu">
      {item('home', W.menu.home)}
      <li className="el-menu-item">{W.menu.plan}</li>
      <li className="el-menu-item">{W.menu.framework}</li>
      <li className="el-menu-item">{W.menu.contract}</li>
      <li className="el-submenu">
        <div className="el-submenu__title">{W.menu.settings}</div>
        <ul>
          {item('password', W.menu.password, true)}
          {item('ca-list', W.menu.ca, true)}
          {item('seal', W.menu.seal, true)}
        </ul>
      </li>
    </ul>
  );
}

function UnbindBox({ dispatch }: Pick<Props, 'dispatch'>) {
  return (
    <div className="el-message-box__wrapper">
      <div className="el-message-box" role="dialog" aria-modal="true" aria-label={W.unbindTitle}>
        <div className="el-message-box__header">
          <span className="el-message-box__title">{W.unbindTitle}</span>
        </div>
        <div className="el-message-box__content">
          <p>{W.unbindText}</p>
        </div>
        <div className="el-message-box__btns">
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
            onClick={() => dispatch({ type: 'confirm-unbind' })}
            data-practice="unbind-confirm"
          >
            <span>{W.confirm}</span>
          </button>
        </div>
      </div>
    </div>
  );
}

function OutcomeMessage({ state, dispatch }: Props) {
  const { outcome, held } = state.tab;
  const fades = outcome !== null && ELEMENT_OUTCOMES[outcome].as === 'message' && !held;
  // `state` is a dependency so that the same message after another action starts its time anew.
  useEffect(() => {
    if (!fades || state.tab.outcome === null) return;
    const timer = setTimeout(() => dispatch({ type: 'dismiss' }), MESSAGE_MS);
    return () => clearTimeout(timer);
  }, [fades, state, dispatch]);

  if (outcome === null) return null;
  const shown = ELEMENT_OUTCOMES[outcome];
  const text = shown.text(state.account.tries[state.account.plugged ?? 'old']);
  if (shown.as === 'message') {
    return (
      <div role="alert" className={`el-message el-message--${shown.tone}`}>
        <p className="el-message__content" data-practice="result">
          {text}
        </p>
      </div>
    );
  }
  return (
    <div className="el-message-box__wrapper">
      <div className="el-message-box" role="dialog" aria-modal="true" aria-label={W.boxTitle}>
        <div className="el-message-box__header">
          <span className="el-message-box__title">{W.boxTitle}</span>
        </div>
        <div className={`el-message-box__content is-${shown.tone}`}>
          <p data-practice="result">{text}</p>
        </div>
        <div className="el-message-box__btns">
          <button
            className="el-button el-button--primary"
            type="button"
            onClick={() => dispatch({ type: 'dismiss' })}
          >
            <span>{W.boxConfirm}</span>
          </button>
        </div>
      </div>
    </div>
  );
}

function Content({ state, dispatch }: Props) {
  switch (state.tab.page) {
    case 'ca-list':
      return <ElementCaList state={state} dispatch={dispatch} />;
    case 'seal':
      return <ElementSeal />;
    case 'password':
      return <ElementPassword />;
    case 'loading':
      return <div className="el-loading">{W.loading}</div>;
    default:
      return <ElementHome />;
  }
}

export function ElementSite({ state, dispatch }: SiteProps) {
  const page = state.tab.page;
  // A hash follows the view, as in such applications; nothing listens to it.
  useEffect(() => history.replaceState(history.state, '', HASHES[page]), [page]);

  return (
    <div className="practice-element">
      {page === 'login' ? (
        <ElementLogin state={state} dispatch={dispatch} />
      ) : (
        <div className="el-container">
          <div className="el-header">
            <span className="el-header__title">{W.title}</span>
            <span className="el-header__user">{holderOf(state.tab.account)}</span>
            <Pressable
              as="span"
              reachable
              className="el-header__out"
              onPress={() => dispatch({ type: 'logout' })}
            >
              {W.logout}
            </Pressable>
          </div>
          <div className="el-body">
            <div className="el-aside">
              <Menu state={state} dispatch={dispatch} />
            </div>
            <div className="el-main">
              <Content state={state} dispatch={dispatch} />
            </div>
          </div>
        </div>
      )}
      {state.tab.dialog === 'unbind' && <UnbindBox dispatch={dispatch} />}
      {state.tab.dialog === 'bind' && <BindDialog state={state} dispatch={dispatch} />}
      <OutcomeMessage state={state} dispatch={dispatch} />
    </div>
  );
}
