import { CornerLeftUp, Download, X } from 'lucide-react';
import { useMemo } from 'react';
import { Button, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Matrix } from '#domain/contract/matrix.ts';
import { readingFor } from '#domain/matrix/read-matrix.ts';
import { readMatrix, sortRows } from '#domain/matrix/read-rows.ts';
import { failureText } from '../app/failure-text.ts';
import { goToArticle, usePlace } from '../app/place.ts';
import { useCategoryBook } from '../codebook/queries.ts';
import { KeepButton } from '../findings/keep-button.tsx';
import { IconButton } from '../widgets/icon-button.tsx';
import { MenuList } from '../widgets/menu-list.tsx';
import { exportMatrix } from './export-matrix.ts';
import { MatrixControls, withColumns } from './matrix-controls.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixLegend } from './matrix-legend.tsx';
import { type MatrixShown, parseMatrix, questionOf, showMatrix } from './matrix-question.ts';
import { useMatrixWords } from './matrix-words.ts';
import { useMatrix } from './queries.ts';

/** Who takes up what: the corpus by categories. */
export function MatrixView() {
  const { t } = useTranslation();
  const { question: text = '' } = usePlace();
  const shown = useMemo(() => parseMatrix(text), [text]);
  const { data, error } = useMatrix(questionOf(shown));
  return (
    <section className="table-view" aria-label={t('matrix.title')}>
      {error !== null ? (
        <>
          <Top />
          <MatrixControls shown={shown} />
          <p className="empty" role="alert">
            {failureText(error)}
          </p>
        </>
      ) : data === undefined ? null : (
        // While another matrix is counted, the one before stays, as what it is.
        <Counted shown={{ ...shown, ...data.question }} asked={shown} matrix={data.matrix} />
      )}
    </section>
  );
}

function Top({ children }: { children?: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <header className="table-top">
      <h1 className="table-title">{t('matrix.title')}</h1>
      <span className="table-keys">{t('matrix.keys')}</span>
      {children}
      <IconButton icon={X} name={t('common.close')} onPress={() => goToArticle(null)} />
    </header>
  );
}

interface CountedProps {
  /** What the matrix at hand shows. */
  shown: MatrixShown;
  /** What was asked for last. */
  asked: MatrixShown;
  matrix: Matrix;
}

function Counted({ shown, asked, matrix }: CountedProps) {
  const { t } = useTranslation();
  const words = useMatrixWords(shown, matrix);
  const reading = readingFor(shown.measure, shown.reading);
  const read = useMemo(() => readMatrix(matrix, { reading, least: shown.least }), [matrix, reading, shown.least]);
  const sorted = useMemo(() => {
    const column = matrix.columns.indexOf(shown.sort);
    const by = shown.sort === 'articles' || shown.sort === 'total' ? shown.sort : column === -1 ? 'name' : column;
    return { ...read, rows: sortRows(read.rows, by, shown.descending) };
  }, [read, matrix, shown.sort, shown.descending]);
  const nothing = matrix.rows.length === 0 || matrix.columns.length === 0;
  return (
    <>
      <Top>
        <UpButton shown={shown} />
        {!nothing && <KeepMatrix shown={shown} name={words.title} />}
        <MenuTrigger>
          <Button className="button button-small" isDisabled={nothing}>
            <Download size={14} strokeWidth={1.6} aria-hidden />
            {t('matrix.export')}
          </Button>
          <MenuList
            label={t('matrix.export')}
            items={(['svg', 'png', 'csv'] as const).map((format) => ({
              id: format,
              label: t(`matrix.exportAs.${format}`),
              act: () => void exportMatrix(format, { shown, columns: matrix.columns, read: sorted, words }),
            }))}
          />
        </MenuTrigger>
      </Top>
      <MatrixControls shown={asked} />
      {nothing ? (
        <Nothing shown={shown} matrix={matrix} />
      ) : (
        <>
          <MatrixGrid shown={shown} columns={matrix.columns} read={sorted} words={words} />
          <MatrixLegend greatest={read.greatest} words={words} />
        </>
      )}
    </>
  );
}

function KeepMatrix({ shown, name }: { shown: MatrixShown; name: string }) {
  const { question: address = '' } = usePlace();
  const { reading, least, sort, descending } = shown;
  const question = {
    kind: 'matrix' as const,
    ask: questionOf(shown),
    shown: { reading, least, sort, descending, address },
  };
  return <KeepButton question={question} name={name} />;
}

/** From what stands below a category back to all of the top level. */
function UpButton({ shown }: { shown: MatrixShown }) {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  const { columns } = shown;
  const category = columns.of === 'below' ? byId.get(columns.categoryId) : undefined;
  if (category === undefined) return null;
  const up = { of: 'parts' as const, codebookId: category.codebookId };
  return (
    <Button className="button button-quiet button-small" onPress={() => showMatrix(withColumns(shown, up))}>
      <CornerLeftUp size={14} strokeWidth={1.6} aria-hidden />
      {t('matrix.up')}
    </Button>
  );
}

function Nothing({ shown, matrix }: { shown: MatrixShown; matrix: Matrix }) {
  const { t } = useTranslation();
  const filtered = Object.keys(shown.filter).length > 0;
  if (matrix.columns.length === 0)
    return (
      <div className="empty">
        <p className="empty-words">{t('matrix.noColumns')}</p>
        <p>{t('matrix.noColumnsHint')}</p>
      </div>
    );
  return (
    <div className="empty">
      <p className="empty-words">{t(filtered ? 'matrix.noRows' : 'matrix.empty')}</p>
      <p>{t(filtered ? 'annotationTable.emptyHint' : 'matrix.emptyHint')}</p>
    </div>
  );
}
