import { TableProperties, X } from 'lucide-react';
import { memo, useEffect, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import { CategoryChip } from '../codebook/category-chip.tsx';
import { withDescendants } from '../codebook/category-counts.ts';
import { categoryFilter } from '../codebook/category-filter.ts';
import { useCategoryBook } from '../codebook/queries.ts';
import { useKeyText } from '../commands/keymap.ts';
import { useFormat } from '../app/format.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { AnnotationList, type NumberedAnnotation } from './annotation-list.tsx';
import { questionText } from '../annotation-list/question.ts';
import { goToAnnotations } from '../app/place.ts';
import { wantedDetail } from './detail-focus.ts';
import { isToConfirm, onlyToConfirm } from './to-confirm.ts';

interface AnnotationsPaneProps {
  annotations: readonly Annotation[];
  /** Whether an article is open. */
  open: boolean;
}

/** Sorted, filtered and recoded as those of the corpus are. */
function showInTable(articleId: string): void {
  goToAnnotations(questionText({ filter: { articleIds: [articleId] }, order: 'article', descending: false, at: null }));
}

/** The annotations of the open article, in the order of the text, or those of one category. */
export const AnnotationsPane = memo(function AnnotationsPane({ annotations, open }: AnnotationsPaneProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const keyText = useKeyText();
  const { categories, byId } = useCategoryBook();
  const filter = categoryFilter.use();
  const category = filter === null ? undefined : byId.get(filter);
  const numbered = useMemo(
    () => annotations.map((annotation, index): NumberedAnnotation => ({ annotation, number: index + 1 })),
    [annotations],
  );
  const waiting = useMemo(() => annotations.filter(isToConfirm).length, [annotations]);
  const onlyWaiting = onlyToConfirm.use() && waiting > 0;
  const shown = useMemo(() => {
    const wanted = filter === null ? null : withDescendants(filter, categories);
    const inCategory = ({ links }: Annotation) =>
      wanted === null || links.some(({ categoryId }) => wanted.has(categoryId));
    const kept = numbered.filter(({ annotation }) => inCategory(annotation));
    const isWaiting = ({ annotation }: NumberedAnnotation) => isToConfirm(annotation);
    return [...kept.filter(isWaiting), ...(onlyWaiting ? [] : kept.filter((each) => !isWaiting(each)))];
  }, [numbered, filter, categories, onlyWaiting]);

  // Details that are asked for must be in the list.
  const wanted = wantedDetail.use();
  useEffect(() => {
    const isWanted = ({ id }: Annotation) => id === wanted?.annotationId;
    if (!annotations.some(isWanted) || shown.some(({ annotation }) => isWanted(annotation))) return;
    categoryFilter.set(null);
    onlyToConfirm.set(false);
  }, [wanted, annotations, shown]);

  return (
    <section className="annotations" aria-label={t('annotations.title')}>
      <header className="pane-head">
        <h2 className="pane-title">{t('annotations.title')}</h2>
        {annotations.length > 0 && (
          <span className="pane-count">
            {shown.length < annotations.length
              ? `${number(shown.length)} / ${number(annotations.length)}`
              : number(annotations.length)}
          </span>
        )}
        {annotations.length > 0 && (
          <IconButton
            small
            icon={TableProperties}
            name={t('annotations.inTable')}
            onPress={() => showInTable(annotations[0]?.articleId ?? '')}
          />
        )}
        {waiting > 0 && (
          <Button
            className="waiting-filter"
            aria-pressed={onlyWaiting}
            onPress={() => onlyToConfirm.set((only) => !only)}
          >
            {t('confirm.count', { count: waiting })}
          </Button>
        )}
        {category && (
          <span className="filter-chip">
            <CategoryChip category={category} />
            <IconButton small icon={X} name={t('codebook.showAll')} onPress={() => categoryFilter.set(null)} />
          </span>
        )}
      </header>
      {shown.length > 0 ? (
        <AnnotationList shown={shown} />
      ) : (
        open && (
          <div className="empty">
            <p className="empty-words">{t(category ? 'annotations.noneInCategory' : 'annotations.empty')}</p>
            {category ? (
              <Button className="button" onPress={() => categoryFilter.set(null)}>
                {t('codebook.showAll')}
              </Button>
            ) : (
              <p>{t('annotations.emptyHint', { key: keyText('annotate') })}</p>
            )}
          </div>
        )
      )}
    </section>
  );
});
