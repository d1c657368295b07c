import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type MatrixColumns,
  matrixColumns,
  matrixFilter,
  matrixMeasure,
  matrixRowKind,
  matrixWeighing,
} from '#domain/contract/matrix.ts';
import { isQuotient, readingFor, readings } from '#domain/matrix/read-matrix.ts';
import { FilterBar } from '../annotation-list/filter-bar.tsx';
import { useCategoryBook } from '../codebook/queries.ts';
import { useBlind } from '../session/blind.ts';
import { type MatrixShown, type PictureKind, pictureKinds } from '#domain/matrix/matrix-shown.ts';
import { showMatrix } from './show-matrix.ts';
import { useColumnsName } from './use-matrix-words.ts';

const conditions = Object.keys(matrixFilter.shape) as (keyof typeof matrixFilter.shape)[];

/** Pictures that have no rows, or rows of their own; and those that count something else. */
const withoutRows: ReadonlySet<PictureKind> = new Set(['map', 'timeline', 'portrait', 'pairs']);
const withoutMeasure: ReadonlySet<PictureKind> = new Set(['portrait', 'first-mention', 'pairs']);
const arranged: ReadonlySet<PictureKind> = new Set(['grid', 'heat-map']);
const groupings = ['none', 'rows', 'columns', 'both'] as const;

/** What is counted by what, and how it is shown, in one compact bar; the conditions below it. */
export function MatrixControls({ shown, children }: { shown: MatrixShown; children?: ReactNode }) {
  const { t } = useTranslation();
  const { rows, columns, measure, weighing, least, picture } = shown;
  const columnsName = useColumnsName();
  const choices = useColumnChoices(columns);
  const blind = useBlind();
  const reading = readingFor(measure, shown.reading);
  const measures = matrixMeasure.options.filter((each) => !blind || (each !== 'verbatim' && each !== 'taken'));
  return (
    <>
      <div className="matrix-controls" role="group" aria-label={t('matrix.controls')}>
        <Choice
          label={t('pictures.kind')}
          value={picture}
          options={pictureKinds.map((each) => [each, t(`pictures.kinds.${each}`)])}
          onChange={(next) => showMatrix({ ...shown, picture: pictureKinds.find((each) => each === next) ?? 'grid' })}
        />
        {!withoutRows.has(picture) && (
          <Choice
            label={t('matrix.rows')}
            value={rows}
            options={matrixRowKind.options
              .filter((each) => each !== 'voices' || picture !== 'first-mention')
              .map((each) => [each, t(`matrix.rowKinds.${each}`)])}
            onChange={(next) => {
              const kind = matrixRowKind.parse(next);
              const kept = kind === 'voices' && measure === 'taken' ? 'articles' : measure;
              showMatrix({ ...shown, rows: kind, measure: kept, sort: 'name', descending: false, pair: null });
            }}
          />
        )}
        <Choice
          label={t('matrix.columns')}
          value={JSON.stringify(columns)}
          options={choices.map((each) => [JSON.stringify(each), columnsName(each)])}
          onChange={(next) => showMatrix(withColumns(shown, matrixColumns.parse(JSON.parse(next))))}
        />
        {!withoutMeasure.has(picture) && (
          <>
            <Choice
              label={t('matrix.measure')}
              value={measure}
              options={measures.map((each) => [each, t(`matrix.measures.${each}`)])}
              onChange={(next) => showMatrix({ ...shown, measure: matrixMeasure.parse(next) })}
            />
            {isQuotient(measure) ? (
              <Choice
                label={t('matrix.weighing')}
                value={weighing}
                options={matrixWeighing.options.map((each) => [each, t(`matrix.weighings.${each}`)])}
                onChange={(next) => showMatrix({ ...shown, weighing: matrixWeighing.parse(next) })}
              />
            ) : (
              <Choice
                label={t('matrix.reading')}
                value={reading}
                options={readings.map((each) => [each, t(`matrix.readings.${each}`)])}
                onChange={(next) =>
                  showMatrix({ ...shown, reading: readings.find((each) => each === next) ?? 'plain' })
                }
              />
            )}
            {reading === 'emphasis' && (
              <Labelled label={t('matrix.least')}>
                <input
                  className="input matrix-least"
                  type="number"
                  min={0}
                  max={1_000_000}
                  title={t('matrix.leastHint')}
                  value={least}
                  onChange={({ target }) => {
                    const next = target.valueAsNumber;
                    if (Number.isInteger(next) && next >= 0 && next <= 1_000_000) showMatrix({ ...shown, least: next });
                  }}
                />
              </Labelled>
            )}
          </>
        )}
        {arranged.has(picture) && (
          <Choice
            label={t('matrix.cluster')}
            value={groupingOf(shown)}
            options={groupings.map((each) => [each, t(`matrix.clusters.${each}`)])}
            onChange={(next) => showMatrix(withGrouping(shown, next))}
          />
        )}
        {children}
      </div>
      <FilterBar
        filter={shown.filter}
        only={conditions}
        onChange={(filter) => showMatrix({ ...shown, filter: matrixFilter.parse(filter) })}
      />
    </>
  );
}

function groupingOf({ sort, columnsByLikeness }: MatrixShown): (typeof groupings)[number] {
  if (sort === 'likeness') return columnsByLikeness ? 'both' : 'rows';
  return columnsByLikeness ? 'columns' : 'none';
}

function withGrouping(shown: MatrixShown, grouping: string): MatrixShown {
  const rows = grouping === 'rows' || grouping === 'both';
  const sort = rows
    ? { sort: 'likeness', descending: false }
    : shown.sort === 'likeness'
      ? { sort: 'name', descending: false }
      : {};
  return { ...shown, ...sort, columnsByLikeness: grouping === 'columns' || grouping === 'both' };
}

/** The same matrix with other columns; what it was sorted by may not be among them. */
export function withColumns(shown: MatrixShown, columns: MatrixColumns): MatrixShown {
  const kept = ['name', 'articles', 'total', 'likeness'].includes(shown.sort);
  return { ...shown, columns, about: null, ...(kept ? {} : { sort: 'name', descending: false }) };
}

/** The top and the second level of each codebook, and what stands below each category of the top that has any below it. */
function useColumnChoices(present: MatrixColumns): MatrixColumns[] {
  const { codebooks } = useCategoryBook();
  const offered = codebooks.flatMap(({ id, categories }): MatrixColumns[] => {
    const parents = new Set(categories.map(({ parentId }) => parentId));
    return [
      { of: 'parts', codebookId: id },
      ...(categories.some(({ parentId }) => parentId !== null) ? [{ of: 'items' as const, codebookId: id }] : []),
      ...categories
        .filter((each) => parents.has(each.id))
        .map((each) => ({ of: 'below' as const, categoryId: each.id })),
    ];
  });
  const isOffered = offered.some((each) => JSON.stringify(each) === JSON.stringify(present));
  return isOffered ? offered : [...offered, present];
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
}

/** A select with its name beside it. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Labelled label={label}>
      <select className="input" aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="matrix-control">
      <span>{label}</span>
      {children}
    </label>
  );
}
