import { FileText, FolderOpen, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Finding, FindingThenAndNow } from '#domain/contract/finding.ts';
import { type CellThenAndNow, findingTable, type FindingTable } from '#domain/findings/finding-table.ts';
import type { FindingWords } from '#domain/findings/finding-words.ts';
import { comparisonOf } from '../app/comparison-place.ts';
import { useFormat } from '../app/format.ts';
import { openDialog } from '../app/dialogs.ts';
import { goToComparison, goToMatrix } from '../app/place.ts';
import { Field } from '../widgets/field.tsx';
import { IconButton } from '../widgets/icon-button.tsx';
import { useFindingWords } from './use-finding-words.ts';
import { changeFinding, removeFinding } from './queries.ts';

/** What was asked, what it gave before, what it gives now, and what changed. */
export function FindingDetail({ kept }: { kept: FindingThenAndNow }) {
  const { t } = useTranslation();
  const { moment, number } = useFormat();
  const { finding, now, steps, codebookChanged } = kept;
  const table = useMemo(() => findingTable(kept), [kept]);
  const words = useFindingWords(kept);
  const { articles } = table;
  return (
    <article className="finding" aria-label={finding.name}>
      <Named key={`${finding.id} ${finding.version}`} finding={finding} />
      <p className="finding-asked">{words.asked}</p>
      <dl className="finding-facts">
        <dt>{t('findings.taken')}</dt>
        <dd>
          {moment(finding.takenAt)} · {finding.coderName} · {t('program.version', { version: finding.programVersion })}
        </dd>
        <dt>{t('findings.since')}</dt>
        <dd>
          {t('findings.steps', { count: steps })} ·{' '}
          {t(codebookChanged ? 'findings.otherCodebook' : 'findings.sameCodebook')}
        </dd>
        <dt>{t('findings.base')}</dt>
        <dd>
          {t('findings.baseThen', { count: articles.before.articles, complete: number(articles.before.complete) })}
          {articles.now !== null &&
            ` → ${t('findings.baseNow', { count: articles.now.articles, complete: number(articles.now.complete) })}`}
        </dd>
      </dl>
      <div className="finding-actions">
        <Button className="button button-small" onPress={() => openAgain(finding)}>
          <FolderOpen size={14} strokeWidth={1.6} aria-hidden />
          {t('findings.openAgain')}
        </Button>
        <Button
          className="button button-small"
          onPress={() => openDialog({ kind: 'report', choice: { by: 'finding', findingId: finding.id } })}
        >
          <FileText size={14} strokeWidth={1.6} aria-hidden />
          {t('report.ofFinding')}
        </Button>
        <IconButton small icon={Trash2} name={t('findings.remove')} onPress={() => void removeFinding(finding)} />
      </div>
      <h2 className="finding-head" role="status">
        {now === null
          ? t('findings.lost')
          : table.changes.length === 0
            ? t('findings.unchanged')
            : t('findings.changed', { count: table.changes.length })}
      </h2>
      {table.changes.length > 0 && <Changes table={table} words={words} />}
      <h2 className="finding-head">{t('findings.numbers')}</h2>
      <Numbers table={table} words={words} turned={finding.question.kind === 'comparison'} />
      {words.notes.map((note) => (
        <p key={note} className="finding-note">
          {note}
        </p>
      ))}
    </article>
  );
}

/** The view it was kept in, as it was shown. */
function openAgain({ question }: Finding): void {
  if (question.kind === 'matrix') {
    goToMatrix(question.shown.address);
    return;
  }
  const { texts, by, as, item } = question.shown;
  goToComparison({ ...comparisonOf(texts), by, as, item, codebookId: question.ask.codebookId });
}

/** Name and note, changed where they stand. */
function Named({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const [name, setName] = useState(finding.name);
  const [note, setNote] = useState(finding.note);
  const change = () => {
    const next = name.trim() === '' ? finding.name : name.trim();
    setName(next);
    if (next !== finding.name || note !== finding.note) void changeFinding(finding, { name: next, note });
  };
  return (
    <div className="finding-named">
      <Field label={t('findings.name')} value={name} maxLength={200} onChange={setName} onBlur={change} />
      <Field label={t('findings.note')} value={note} rows={2} onChange={setNote} onBlur={change} />
    </div>
  );
}

interface TableProps {
  table: FindingTable;
  words: FindingWords;
}

/** Changes that are listed; more stand in the table. */
const MOST_CHANGES = 50;

function Changes({ table, words }: TableProps) {
  const { t } = useTranslation();
  return (
    <table className="finding-changes">
      <thead>
        <tr>
          <th scope="col">{t('findings.row')}</th>
          <th scope="col">{t('findings.column')}</th>
          <th scope="col">{t('findings.before')}</th>
          <th scope="col">{t('findings.now')}</th>
        </tr>
      </thead>
      <tbody>
        {table.changes.slice(0, MOST_CHANGES).map(({ row, column, cell }) => (
          <tr key={`${row.key} ${column.id}`}>
            <td>{words.rowName(row)}</td>
            <td>{words.columnName(column)}</td>
            <td>{words.value(cell.before)}</td>
            <td>{words.value(cell.now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** All cells; of a comparison the items stand down and the articles across, as in its view. */
function Numbers({ table: { columns, rows }, words, turned }: TableProps & { turned: boolean }) {
  const { t } = useTranslation();
  const across = turned ? rows.map((row) => words.rowName(row)) : columns.map((column) => words.columnName(column));
  const lines = turned
    ? columns.map((column, at) => ({
        key: column.id,
        name: words.columnName(column),
        cells: rows.map(({ cells }) => cells[at]),
      }))
    : rows.map((row) => ({ key: row.key, name: words.rowName(row), cells: [...row.cells] }));
  return (
    <div className="finding-scroll" tabIndex={0} role="region" aria-label={t('findings.numbers')}>
      <table className="finding-numbers">
        <thead>
          <tr>
            <th scope="col">{t(turned ? 'compare.item' : 'findings.row')}</th>
            {across.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <Cell key={across[at]} cell={cell} words={words} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, words }: { cell: CellThenAndNow | undefined; words: FindingWords }) {
  if (cell === undefined) return <td />;
  if (!cell.changed)
    return <td data-state={(cell.before ?? cell.now)?.state}>{words.value(cell.before ?? cell.now)}</td>;
  return (
    <td data-changed>
      <del>{words.value(cell.before)}</del> → <ins>{words.value(cell.now)}</ins>
    </td>
  );
}
