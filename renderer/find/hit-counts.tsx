import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FindFilter } from '#domain/contract/find.ts';
import { useFormat } from '../app/format.ts';
import { currentLanguage } from '../app/language.ts';
import { shownName } from '#domain/metadata/shown-names.ts';
import { useHitCounts } from './queries.ts';
import { askFind, type FindQuestion } from './question.ts';

interface Row {
  key: string;
  label: string;
  articles: number;
  hits: number;
  /** What shows these only; null where nothing could be asked for. */
  only: FindFilter | null;
}

/** How the hits are spread over provinces and months, quietly beside them; each can be looked at alone. */
export function HitCounts({ question }: { question: FindQuestion }) {
  const { t } = useTranslation();
  const { data } = useHitCounts(question);
  if (data === undefined || data.hits === 0) return <aside className="find-counts" aria-label={t('find.counts')} />;
  const { filter } = question;
  const provinces = data.provinces.map(
    ({ province, ...count }): Row => ({
      ...count,
      key: province ?? 'none',
      label: province === null ? t('common.unknown') : shownName('outletProvince', province, currentLanguage()),
      only: { ...filter, provinces: [province ?? 'none'] },
    }),
  );
  const months = data.months.map(
    ({ month, ...count }): Row => ({
      ...count,
      key: month ?? 'none',
      label: month ?? t('common.unknown'),
      only: month === null ? null : { ...filter, from: month, to: month },
    }),
  );
  return (
    <aside className="find-counts" aria-label={t('find.counts')}>
      <CountTable question={question} title={t('find.byProvince')} rows={provinces} />
      <CountTable question={question} title={t('find.byMonth')} rows={months} />
    </aside>
  );
}

interface CountTableProps {
  question: FindQuestion;
  title: string;
  rows: readonly Row[];
}

function CountTable({ question, title, rows }: CountTableProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <table className="find-count-table">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('find.articleCount')}</th>
          <th scope="col">{t('find.hitCount')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, articles, hits, only }) => (
          <tr key={key}>
            <th scope="row">
              {only === null ? (
                label
              ) : (
                <Button
                  className="text-button"
                  aria-label={t('find.only', { what: label })}
                  onPress={() => askFind({ ...question, filter: only, at: null })}
                >
                  {label}
                </Button>
              )}
            </th>
            <td>{number(articles)}</td>
            <td>{number(hits)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
