import { certificateOf } from '@/components/practice/certificates';
import { ELEMENT_WORDS as W } from '@/components/practice/skins/element';
import type { SiteProps } from '@/components/practice/skins/model';

type Props = Pick<SiteProps, 'state' | 'dispatch'>;

export function ElementHome() {
  return (
    <div className="el-home">
      <div className="el-card">
        <div className="el-card__header">{W.todo}</div>
        <table className="el-table">
          <thead>
            <tr>
              {W.todoColumns.map((column) => (
                <th key={column}>
                  <div className="cell">{column}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {W.todoRows.map(([what, when], index) => (
              <tr key={what}>
                <td>{index + 1}</td>
                <td>{what}</td>
                <td>{when}</td>
                <td>
                  <button className="el-button el-button--text" type="button">
                    <span>{W.todoAction}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="el-card">
        <div className="el-card__header">{W.news}</div>
        <ul className="news">
          {W.newsRows.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export function ElementCaList({ state, dispatch }: Props) {
  const bound = state.account.bound;
  const certificate = bound === null ? null : certificateOf(state.tab.account, bound, state.today);
  return (
    <div className="el-page">
      <div className="el-page__title">{W.caTitle}</div>
      <div className="el-alert el-alert--info">{W.caHelp}</div>
      <div className="toolbar">
        <button
          className="el-button el-button--primary"
          type="button"
          onClick={() => dispatch({ type: 'ask-bind', reads: true })}
          data-practice="bind"
        >
          <span>{W.bind}</span>
        </button>
        <button className="el-button el-button--default" type="button">
          <span>{W.report}</span>
        </button>
      </div>
      <table className="el-table">
        <thead>
          <tr>
            {W.caColumns.map((column) => (
              <th key={column}>
                <div className="cell">{column}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {certificate === null ? (
            <tr>
              <td className="el-table__empty" colSpan={W.caColumns.length}>
                {W.caEmpty}
              </td>
            </tr>
          ) : (
            <tr>
              <td>1</td>
              <td>{certificate.holder}</td>
              <td>{certificate.serial}</td>
              <td>{certificate.issuer}</td>
              <td>{certificate.validUntil}</td>
              <td>
                <span className="el-tag el-tag--success">{W.bound}</span>
              </td>
              <td className="actions">
                <button className="el-button el-button--text" type="button">
                  <span>{W.view}</span>
                </button>
                <button
                  className="el-button el-button--text"
                  type="button"
                  onClick={() => dispatch({ type: 'ask-unbind' })}
                  data-practice="unbind"
                >
                  <span>{W.unbind}</span>
                </button>
                <button className="el-button el-button--text" type="button">
                  <span>{W.unlock}</span>
                </button>
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

export function ElementSeal() {
  return (
    <div className="el-page">
      <div className="el-page__title">{W.sealTitle}</div>
      <table className="el-table">
        <thead>
          <tr>
            {W.sealColumns.map((column) => (
              <th key={column}>
                <div className="cell">{column}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>1</td>
            {W.sealRow.map((cell) => (
              <td key={cell}>{cell}</td>
            ))}
            <td className="actions">
              {W.sealActions.map((action) => (
                <button className="el-button el-button--text" type="button" key={action}>
                  <span>{action}</span>
                </button>
              ))}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

export function ElementPassword() {
  return (
    <div className="el-page">
      <div className="el-page__title">{W.passwordTitle}</div>
      <form className="el-form el-form--labels" onSubmit={(event) => event.preventDefault()}>
        {W.passwordFields.map((field) => (
          <div className="el-form-item is-required" key={field}>
            <span className="el-form-item__label">{field}</span>
            <input className="el-input__inner" type="password" autoComplete="off" aria-label={field} />
          </div>
        ))}
        <button className="el-button el-button--primary" type="submit">
          <span>{W.save}</span>
        </button>
      </form>
    </div>
  );
}
