import { useState } from 'react';
import { certificateOf } from '@/components/practice/certificates';
import { CLASSIC_OUTCOMES, CLASSIC_WORDS as W } from '@/components/practice/skins/classic';
import type { SiteProps } from '@/components/practice/skins/model';
import { hasFault, type PracticeEvent } from '@/components/practice/system';
import { BindPage } from './bind-page';
import { Font } from './font';
import { loadNext, stateInside, viewOf } from './views';

interface PageProps extends SiteProps {
  /** Takes a step and loads the document that answers it. */
  readonly go: (event: PracticeEvent) => void;
}

function Home() {
  return (
    <>
      <div className="pagetitle">{W.homeTitle}</div>
      <table className="grid" cellSpacing={0}>
        <tbody>
          <tr>
            <th>{W.homeTasks}</th>
          </tr>
          <tr>
            <td>{W.homeTask}</td>
          </tr>
          <tr>
            <th>{W.homeNotice}</th>
          </tr>
          {W.homeNotices.map((line) => (
            <tr key={line}>
              <td>{line}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function CaList({ state, dispatch, go }: PageProps) {
  const { bound } = state.account;
  const certificate = bound === null ? null : certificateOf(state.tab.account, bound, state.today);

  function askUnbind() {
    if (!hasFault(state, 'native-confirm') || hasFault(state, 'unbind-at-once')) {
      go({ type: 'ask-unbind' });
    } else if (window.confirm(W.unbindQuestion)) {
      dispatch({ type: 'ask-unbind' });
      go({ type: 'confirm-unbind' });
    }
  }

  return (
    <>
      <div className="pagetitle">{W.listTitle}</div>
      <table className="grid" cellSpacing={0}>
        <tbody>
          <tr>
            {W.columns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
          <tr>
            <td>{W.ca}</td>
            <td>{certificate === null ? W.none : `${certificate.holder}（${certificate.issuer}）`}</td>
            <td>{certificate?.serial ?? W.none}</td>
            <td>{certificate?.validUntil ?? W.none}</td>
            <td>{certificate === null ? W.notBound : W.bound}</td>
            <td>
              {certificate === null ? (
                <input
                  type="button"
                  value={W.bind}
                  onClick={() => go({ type: 'ask-bind', reads: false })}
                  data-practice="bind"
                />
              ) : (
                <>
                  <input type="button" value={W.unbind} onClick={askUnbind} data-practice="unbind" />
                  <input type="button" value={W.unlock} />
                </>
              )}
            </td>
          </tr>
          <tr>
            <td>{W.seal}</td>
            <td>{W.sealName}</td>
            <td>{W.none}</td>
            <td>{W.none}</td>
            <td>{W.sealState}</td>
            <td>
              <input type="button" value={W.sealChange} />
            </td>
          </tr>
          <tr>
            <td colSpan={W.columns.length} className="buttons">
              <input type="button" value={W.report} />
              <input type="button" value={W.refresh} onClick={() => window.location.reload()} />
            </td>
          </tr>
        </tbody>
      </table>
      <p className="help">{W.listHelp}</p>
    </>
  );
}

function UnbindPage({ state, go }: PageProps) {
  const { bound } = state.account;
  const certificate = bound === null ? null : certificateOf(state.tab.account, bound, state.today);
  return (
    <>
      <div className="pagetitle">{W.unbindTitle}</div>
      <table className="form" cellSpacing={0}>
        <tbody>
          {certificate !== null && (
            <tr>
              <td className="label">{W.ca}</td>
              <td>{`${certificate.holder} ${certificate.serial}`}</td>
            </tr>
          )}
          <tr>
            <td colSpan={2}>{W.unbindQuestion}</td>
          </tr>
          <tr>
            <td colSpan={2} className="buttons">
              <input
                type="button"
                value={W.unbindConfirm}
                onClick={() => go({ type: 'confirm-unbind' })}
                data-practice="unbind-confirm"
              />
              <input type="button" value={W.back} onClick={() => go({ type: 'cancel' })} />
            </td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

function ResultPage({ state, go }: PageProps) {
  const { outcome } = state.tab;
  if (outcome === null) return null;
  const good = outcome === 'unbind-done' || outcome === 'bind-done';
  return (
    <>
      <div className="pagetitle">{good ? W.resultTitle : W.errorTitle}</div>
      <table className="form" cellSpacing={0}>
        <tbody>
          <tr>
            <td className="resulttext">
              <Font color={good ? 'green' : 'red'} practice="result">
                {CLASSIC_OUTCOMES[outcome]}
              </Font>
            </td>
          </tr>
          <tr>
            <td className="buttons">
              <input
                type="button"
                value={outcome === 'session-expired' ? W.again : W.back}
                onClick={() => go({ type: 'dismiss' })}
              />
            </td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

function Seal() {
  return (
    <>
      <div className="pagetitle">{W.sealTitle}</div>
      <table className="grid" cellSpacing={0}>
        <tbody>
          <tr>
            {W.sealColumns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
          <tr>
            {W.sealRow.map((cell) => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </>
  );
}

function Password() {
  return (
    <>
      <div className="pagetitle">{W.passwordTitle}</div>
      <table className="form" cellSpacing={0}>
        <tbody>
          {W.passwordFields.map((field) => (
            <tr key={field}>
              <td className="label">{field}</td>
              <td>
                <input type="password" autoComplete="off" aria-label={field} />
              </td>
            </tr>
          ))}
          <tr>
            <td colSpan={2} className="buttons">
              <input type="button" value={W.save} />
            </td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

/** The content frame's document. It shows the state it was loaded with; the next state is the next document. */
export function ClassicContent(props: SiteProps) {
  const [state] = useState(() => stateInside(props.state));
  const page: PageProps = {
    ...props,
    state,
    go: (event) => loadNext(window, props.frames, props.dispatch(event)),
  };
  switch (viewOf(state)) {
    case 'home':
      return <Home />;
    case 'ca-list':
      return <CaList {...page} />;
    case 'seal':
      return <Seal />;
    case 'password':
      return <Password />;
    case 'loading':
      return <p className="loading">{W.loading}</p>;
    case 'unbind':
      return <UnbindPage {...page} />;
    case 'bind':
      return <BindPage {...page} />;
    case 'result':
      return <ResultPage {...page} />;
  }
}
