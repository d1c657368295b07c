import { plainNote } from '#domain/text/plain-note.ts';
import { memo } from 'react';
import { Check, ChevronDown, ChevronRight, CornerUpLeft } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FoundAnnotation } from '#domain/contract/annotation.ts';
import { useFormat } from '../app/format.ts';
import { currentLanguage } from '../app/language.ts';
import { CategoryChip, categoryStyle } from '../codebook/category-chip.tsx';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { articleName } from '../library/article-name.ts';
import { shownName } from '#domain/metadata/shown-names.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import type { Column } from './columns.ts';

interface TableRowProps {
  /** Undefined until it has been fetched. */
  row: FoundAnnotation | undefined;
  shown: readonly Column[];
  chosen: boolean;
  open: boolean;
  id: string;
  onOpen: (id: string) => void;
  onShow: (row: FoundAnnotation) => void;
}

/**
 * The cells of a row, and all of its annotation below them where it is open. Drawn anew only when it differs: a step of the
 * cursor or of the wheel changes one or two of all rows in the page.
 */
export const TableRow = memo(function TableRow({ row, shown, chosen, open, id, onOpen, onShow }: TableRowProps) {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  const colour = byId.get(row?.links[0]?.categoryId ?? '')?.colour;
  return (
    <>
      <div role="gridcell" className="table-select" data-select>
        <span className="table-box" data-on={chosen || undefined}>
          {chosen && <Check size={11} strokeWidth={2.4} aria-hidden />}
        </span>
      </div>
      {shown.map((column) => (
        <div key={column.id} role="gridcell" className={`table-cell table-${column.id}`} style={categoryStyle(colour)}>
          {row === undefined ? <span className="table-skeleton" /> : <Cell row={row} column={column} />}
        </div>
      ))}
      <div role="gridcell" className="table-more">
        <IconButton
          small
          excludeFromTabOrder
          icon={open ? ChevronDown : ChevronRight}
          name={t(open ? 'annotationTable.close' : 'annotationTable.open')}
          onPress={() => onOpen(id)}
        />
      </div>
      {open && row !== undefined && (
        <div role="gridcell" className="table-whole" style={categoryStyle(colour)}>
          <Whole row={row} onShow={() => onShow(row)} />
        </div>
      )}
    </>
  );
});

function Cell({ row, column }: { row: FoundAnnotation; column: Column }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { byId } = useCategoryBook();
  const title = useTitle();
  switch (column.id) {
    case 'article':
      return articleName({ title: row.articleTitle, opening: row.articleOpening });
    case 'outlet':
      return row.outlet;
    case 'province':
      return row.outletProvince && shownName('outletProvince', row.outletProvince, currentLanguage());
    case 'date':
      return row.publishedOn;
    case 'passage':
      return (
        <>
          <span className="kwic-before">
            <bdi>{oneLine(row.prefix)}</bdi>
          </span>
          <mark className="kwic-passage" data-orphan={row.anchorState === 'orphan' || undefined}>
            {oneLine(row.exact)}
          </mark>
          <span className="kwic-after">{oneLine(row.suffix)}</span>
        </>
      );
    case 'categories':
      return row.links.length === 0
        ? t('annotations.noCategory')
        : row.links.map(({ id, categoryId, relation, recheck }) => {
            const category = byId.get(categoryId);
            if (category === undefined) return null;
            return (
              <span
                key={id}
                className="category-chip"
                style={categoryStyle(category.colour)}
                title={title(category)}
                data-recheck={recheck || undefined}
              >
                <span className="category-swatch" aria-hidden />
                <span className="number">{category.number || title(category)}</span>
                {relation && <span className="chip-relation">{t(`relation.${relation}`)}</span>}
              </span>
            );
          });
    case 'voice':
      return row.voice && (row.voice.name ?? t(`voice.${row.voice.kind}`));
    case 'status':
      return t(`status.${row.status}`);
    case 'coder':
      return row.coderName;
    case 'changed_at':
      return moment(row.changedAt);
  }
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}

function Whole({ row, onShow }: { row: FoundAnnotation; onShow: () => void }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { byId } = useCategoryBook();
  return (
    <>
      <p className="table-whole-text">
        <span className="kwic-pale">{row.prefix}</span>
        <mark className="kwic-passage">{row.exact}</mark>
        <span className="kwic-pale">{row.suffix}</span>
      </p>
      {row.note !== '' && <p>{plainNote(row.note)}</p>}
      <p className="table-whole-links">
        {row.links.map(({ id, categoryId, relation, recheck }) => {
          const category = byId.get(categoryId);
          if (category === undefined) return null;
          return (
            <CategoryChip key={id} category={category}>
              {relation && <span className="chip-relation">{t(`relation.${relation}`)}</span>}
              {recheck && <span className="chip-relation">{t('annotationTable.concerns.recheck')}</span>}
            </CategoryChip>
          );
        })}
      </p>
      <p className="table-whole-foot">
        <span>{t('annotations.by', { name: row.coderName, time: moment(row.changedAt) })}</span>
        <Button className="text-button" onPress={onShow}>
          <CornerUpLeft size={13} strokeWidth={1.6} aria-hidden /> {t('annotationTable.show')}
        </Button>
      </p>
    </>
  );
}
