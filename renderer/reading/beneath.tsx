import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import { annotationHover } from '../annotations/annotation-hover.ts';
import { activateAnnotation, usePlace } from '../app/place.ts';
import { categoryStyle } from '../codebook/category-chip.tsx';
import { useCategoryBook } from '../codebook/queries.ts';

interface BeneathProps {
  /** Smallest first. */
  ids: readonly string[];
  /** In CSS pixels of the window. */
  at: DOMRect;
  annotations: readonly Annotation[];
  onClose: () => void;
}

/** What lies at the place that was clicked when it is more than one: the smallest is active, the others are a step away. */
export function Beneath({ ids, at, annotations, onClose }: BeneathProps) {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  const { annotationId } = usePlace();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    element.style.left = `${Math.min(at.left, window.innerWidth - element.offsetWidth - 8)}px`;
    const below = at.bottom + 4 + element.offsetHeight < window.innerHeight;
    element.style.top = `${below ? at.bottom + 4 : at.top - element.offsetHeight - 4}px`;
    const leave = (event: Event) => {
      if (!(event.target instanceof Node) || !element.contains(event.target)) onClose();
    };
    // The list of annotations goes to the one that was clicked: only a text that moves takes the place away.
    const scrolled = (event: Event) => {
      if (event.target instanceof Node && event.target.contains(document.querySelector('.reader'))) onClose();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('pointerdown', leave, true);
    window.addEventListener('scroll', scrolled, { capture: true, passive: true });
    document.addEventListener('keydown', key);
    return () => {
      document.removeEventListener('pointerdown', leave, true);
      window.removeEventListener('scroll', scrolled, { capture: true });
      document.removeEventListener('keydown', key);
    };
  }, [at, onClose]);

  return (
    <div ref={list} className="beneath" role="group" aria-label={t('reading.beneathCount', { count: ids.length })}>
      {ids.map((id) => {
        const annotation = annotations.find((each) => each.id === id);
        if (annotation === undefined) return null;
        const categories = annotation.links.flatMap(({ categoryId }) => byId.get(categoryId) ?? []);
        return (
          <button
            key={id}
            type="button"
            className="beneath-one"
            aria-pressed={id === annotationId}
            onMouseEnter={() => annotationHover.set(id)}
            onMouseLeave={() => annotationHover.set(null)}
            onClick={() => activateAnnotation(id)}
          >
            <span className="beneath-numbers">
              {categories.length === 0 && t('annotations.noCategory')}
              {categories.map((each) => (
                <span key={each.id} className="number" style={categoryStyle(each.colour)}>
                  {each.number}
                </span>
              ))}
            </span>
            <span className="beneath-quote">{annotation.exact}</span>
          </button>
        );
      })}
    </div>
  );
}
