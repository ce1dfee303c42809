import { Printer } from 'lucide-react';
import { formatDay } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import { type CheckedValue, checkSheet } from '@/lib/author/check-sheet';
import type { Clause } from '@/lib/author/clauses';
import type { Draft } from '@/lib/author/draft';
import { noticeNumber } from '@/lib/author/notice-number';
import { fieldsOf, HEADER, type SectionName } from '@/lib/author/sections';
import { isCalendarDate } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import type { AuthorServices } from './services';
import { fieldName, optionName, sectionName } from './words';

/** Every fact beside its clause, to print and tick: a second pair of eyes reads it against the paper. */
export function CheckSheet(props: {
  readonly draft: Draft;
  readonly base: NoticePack | null;
  readonly clauses: readonly Clause[];
  readonly services: AuthorServices;
}) {
  const { t, language } = useSpeech();
  const facts = checkSheet(props.draft, props.clauses, props.base);
  const { header } = props.draft;
  const words = (section: SectionName | 'header', { field, value }: CheckedValue): string => {
    const fields: Readonly<Record<string, object>> = section === 'header' ? HEADER : fieldsOf(section);
    const isClosed = 'options' in (fields[field] ?? {});
    const one = (each: string) => {
      if (isClosed) return optionName(field, each, t);
      return isCalendarDate(each) ? formatDay(each, language) : each;
    };
    if (typeof value === 'boolean') return t('author.option.yes');
    return typeof value === 'string' ? one(value) : value.map(one).join(t('ui.listComma'));
  };
  return (
    <section className="panel author-sheet" aria-labelledby="sheet-title" data-part="check-sheet">
      <div className="panel-head">
        <h2 id="sheet-title" className="panel-title">
          {t('author.sheet')}
        </h2>
        <button type="button" className="button" onClick={() => props.services.print()}>
          <Printer aria-hidden="true" size="1.15em" /> {t('author.print')}
        </button>
      </div>
      {props.base && <p>{t('author.sheetChanges', { number: props.base.documentNumber })}</p>}
      <p>
        {t('author.sheetOf', { number: noticeNumber(header), title: header.title, version: header.version })}
      </p>
      <table className="author-table">
        <thead>
          <tr>
            <th scope="col">{t('author.field.cite')}</th>
            <th scope="col">{t('author.clauseWords')}</th>
            <th scope="col">{t('author.factWords')}</th>
            <th scope="col">{t('author.checked')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={`${fact.section} ${fact.id}`}>
              <td>{fact.cite}</td>
              <td>{fact.clause ?? t('author.noClause')}</td>
              <td>
                <strong>
                  {fact.section === 'header' ? t('author.header') : sectionName(fact.section, t)}
                </strong>
                <ul>
                  {fact.values.map((value) => (
                    <li key={value.field}>
                      {t('author.pair', {
                        name: fieldName(fact.section, value.field, t),
                        value: words(fact.section, value),
                      })}
                    </li>
                  ))}
                </ul>
              </td>
              <td aria-hidden="true">□</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('author.signatures')}</p>
    </section>
  );
}
