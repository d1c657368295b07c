import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import { packStripes } from '#domain/text/stripes.ts';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import type { ReaderAnnotation, ReaderStripe, ShownStripes } from '../editor/article-reader.tsx';
import { annotationTest, dimming, isDimming, linkTest } from './dimming.ts';

/** UTF-16 units: a category keeps its lane over about half a screen without it; stripes in a lane are a line apart. */
const packing = { join: 500, apart: 48 };

export interface PaintedAnnotations {
  painted: ReaderAnnotation[];
  stripes: ShownStripes;
  /** Those that are not dimmed. */
  looked: number;
}

/** The annotations of a revision as the reader paints them, in the text and beside it. */
export function usePainted(annotations: readonly Annotation[], revisionId: string): PaintedAnnotations {
  const { byId, categories } = useCategoryBook();
  const title = useTitle();
  const { t } = useTranslation();
  const wanted = dimming.use();
  return useMemo(() => {
    const isLookedAt = annotationTest(wanted, categories);
    const isLinkLookedAt = linkTest(wanted, categories);
    const painted: ReaderAnnotation[] = [];
    const loose: Omit<ReaderStripe, 'lane'>[] = [];
    let looked = 0;
    for (const annotation of annotations) {
      if (annotation.anchorState !== 'placed' || annotation.revisionId !== revisionId) continue;
      const { id, start, end, status, toConfirm, exact } = annotation;
      const links = annotation.links.flatMap((link) => {
        const category = byId.get(link.categoryId);
        return category === undefined ? [] : [{ link, category }];
      });
      const dimmed = isDimming(wanted) && !isLookedAt(annotation);
      if (!dimmed) looked += 1;
      painted.push({
        id,
        start,
        end,
        status,
        // The colour of what is looked at comes first: the text is tinted by it.
        colours: [
          ...new Set(
            links
              .toSorted((a, b) => Number(isLinkLookedAt(b.link)) - Number(isLinkLookedAt(a.link)))
              .map(({ category }) => category.colour),
          ),
        ],
        label: [
          ...links.map(({ category }) => `${category.number} ${title(category)}`),
          ...(toConfirm === null ? [] : [t('confirm.group')]),
        ].join('; '),
        toConfirm: toConfirm !== null,
        dimmed,
      });
      const passage = { annotationId: id, start, end };
      const quote = exact.length > 24 ? `${exact.slice(0, 24)}…` : exact;
      for (const { link, category } of links) {
        loose.push({
          ...passage,
          id: link.id,
          group: category.id,
          colour: category.colour,
          number: category.number || title(category),
          label: t('stripes.one', { category: `${category.number} ${title(category)}`.trim(), quote }),
          dimmed: dimmed || !isLinkLookedAt(link),
        });
      }
      if (links.length === 0) {
        const label = t('stripes.one', { category: t('annotations.noCategory'), quote });
        loose.push({ ...passage, id, group: '', colour: 0, number: t('annotations.noCategory'), label, dimmed });
      }
    }
    const { lanes, count } = packStripes(loose, packing);
    const stripes = loose
      .map((stripe) => ({ ...stripe, lane: lanes.get(stripe.id) ?? 0 }))
      .toSorted((a, b) => a.start - b.start || b.end - a.end || a.lane - b.lane);
    return { painted, stripes: { stripes, lanes: count, label: t('stripes.label') }, looked };
  }, [annotations, revisionId, byId, categories, title, t, wanted]);
}
