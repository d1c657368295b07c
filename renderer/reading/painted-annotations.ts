import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import { packStripes } from '#domain/text/stripes.ts';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import type { ReaderAnnotation, ReaderStripe, ShownStripes } from '../editor/article-reader.tsx';
import { annotationTest, dimming, isDimming, linkTest } from './dimming.ts';

/** UTF-16 units: a category keeps its lane over about half a screen without it; stripes in a lane are a line apart. */
const packing = { join: 500, apart: 48 };

/** One annotation in the text and beside it. */
interface Painting {
  painted: ReaderAnnotation;
  stripes: Omit<ReaderStripe, 'lane'>[];
}

export interface Paint {
  one: (annotation: Annotation) => Painting;
  /** Name of the stripes. */
  label: string;
}

/** The annotations of a revision as the reader paints them in the text. */
export function usePainted(annotations: readonly Annotation[], revisionId: string, paint: Paint): ReaderAnnotation[] {
  return useMemo(
    () => placedIn(annotations, revisionId).map((annotation) => paint.one(annotation).painted),
    [annotations, revisionId, paint],
  );
}

/** The same annotations beside the text, a lane for each category. */
export function useStripes(annotations: readonly Annotation[], revisionId: string, paint: Paint): ShownStripes {
  return useMemo(() => {
    const loose = placedIn(annotations, revisionId).flatMap((annotation) => paint.one(annotation).stripes);
    const { lanes, count } = packStripes(loose, packing);
    const stripes = loose
      .map((stripe) => ({ ...stripe, lane: lanes.get(stripe.id) ?? 0 }))
      .toSorted((a, b) => a.start - b.start || b.end - a.end || a.lane - b.lane);
    return { stripes, lanes: count, label: paint.label };
  }, [annotations, revisionId, paint]);
}

function placedIn(annotations: readonly Annotation[], revisionId: string): Annotation[] {
  return annotations.filter((each) => each.anchorState === 'placed' && each.revisionId === revisionId);
}

/** Paints one annotation; each only once, as long as the words, the codebook and what is looked at stay. */
export function usePaint(): Paint {
  const { byId, categories } = useCategoryBook();
  const title = useTitle();
  const { t } = useTranslation();
  const wanted = dimming.use();
  return useMemo(() => {
    const isLookedAt = annotationTest(wanted, categories);
    const isLinkLookedAt = linkTest(wanted, categories);
    const paint = (annotation: Annotation): Painting => {
      const { id, start, end, status, toConfirm, exact } = annotation;
      const links = annotation.links.flatMap((link) => {
        const category = byId.get(link.categoryId);
        return category === undefined ? [] : [{ link, category }];
      });
      const dimmed = isDimming(wanted) && !isLookedAt(annotation);
      const painted: ReaderAnnotation = {
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
      };
      const passage = { annotationId: id, start, end };
      const quote = exact.length > 24 ? `${exact.slice(0, 24)}…` : exact;
      const stripes = links.map(({ link, category }) => ({
        ...passage,
        id: link.id,
        group: category.id,
        colour: category.colour,
        number: category.number || title(category),
        label: t('stripes.one', { category: `${category.number} ${title(category)}`.trim(), quote }),
        dimmed: dimmed || !isLinkLookedAt(link),
      }));
      if (links.length > 0) return { painted, stripes };
      const number = t('annotations.noCategory');
      const label = t('stripes.one', { category: number, quote });
      return { painted, stripes: [{ ...passage, id, group: '', colour: 0, number, label, dimmed }] };
    };
    const known = new WeakMap<Annotation, Painting>();
    return {
      label: t('stripes.label'),
      one: (annotation) => {
        const painting = known.get(annotation) ?? paint(annotation);
        known.set(annotation, painting);
        return painting;
      },
    };
  }, [byId, categories, title, t, wanted]);
}
