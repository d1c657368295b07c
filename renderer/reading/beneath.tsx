import { type KeyboardEvent, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import { annotationHover } from '../annotations/annotation-hover.ts';
import { activateAnnotation, usePlace } from '../app/place.ts';
import { categoryStyle } from '../codebook/category-chip.tsx';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';

interface BeneathProps {
  /** Smallest first. */
  ids: readonly string[];
  /** In CSS pixels of the window. */
  at: DOMRect;
  annotations: readonly Annotation[];
  onClose: () => void;
  /** Gives the keyboard back to the text. */
  onReturn: () => void;
}

/**
 * What lies at the place that was clicked, or at the caret, when it is more than one: the smallest is active, the others
 * are a step away. ↓ and ↑ go in and through, the pointer or the keyboard shows the extent of each.
 */
export function Beneath({ ids, at, annotations, onClose, onReturn }: BeneathProps) {
  const { t } = useTranslation();
  const { annotationId } = usePlace();
  const list = useRef<HTMLDivElement>(null);
  const shown = ids.flatMap((id) => annotations.find((each) => each.id === id) ?? []);

  const enter = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const element = list.current;
    if (element === null || (event.target instanceof Node && element.contains(event.target))) return;
    if (event.key === 'Escape') onClose();
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && isInReader(event.target)) {
      if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
      const all = [...element.querySelectorAll<HTMLElement>('button')];
      const active = all.findIndex((each) => each.ariaPressed === 'true');
      all[(active + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length]?.focus();
      event.preventDefault();
      event.stopPropagation();
    }
  });

  // Before it is painted: a key that comes at once goes in already, and it never stands elsewhere first.
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    element.style.left = `${Math.min(at.left, window.innerWidth - element.offsetWidth - 8)}px`;
    const below = at.bottom + 4 + element.offsetHeight < window.innerHeight;
    element.style.top = `${below ? at.bottom + 4 : at.top - element.offsetHeight - 4}px`;
    const leave = (event: Event) => {
      if (!(event.target instanceof Node) || !element.contains(event.target)) onClose();
    };
    // Only a text that moves takes the place away: the list of annotations goes to the one that was clicked, and when
    // something above the text comes late, the window scrolls so that the text stays where it is.
    const text = element.parentElement?.querySelector('.reader') ?? null;
    const top = text?.getBoundingClientRect().top ?? 0;
    const scrolled = () => {
      if (Math.abs((text?.getBoundingClientRect().top ?? 0) - top) >= 2) onClose();
    };
    const key = (event: globalThis.KeyboardEvent) => enter(event);
    document.addEventListener('pointerdown', leave, true);
    window.addEventListener('scroll', scrolled, { capture: true, passive: true });
    document.addEventListener('keydown', key, true);
    return () => {
      document.removeEventListener('pointerdown', leave, true);
      window.removeEventListener('scroll', scrolled, { capture: true });
      document.removeEventListener('keydown', key, true);
      annotationHover.set(null);
    };
  }, [at, onClose]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const now = all.indexOf(event.target as HTMLElement);
    if (event.key === 'ArrowDown') all[(now + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all[(now - 1 + all.length) % all.length]?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else if (event.key === 'Escape') {
      onReturn();
      onClose();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={list}
      className="beneath"
      role="group"
      aria-label={t('reading.beneathCount', { count: ids.length })}
      onKeyDown={onKeyDown}
    >
      {shown.map((annotation) => (
        <button
          key={annotation.id}
          type="button"
          className="beneath-one"
          aria-pressed={annotation.id === annotationId}
          onMouseEnter={() => annotationHover.set(annotation.id)}
          onMouseLeave={() => annotationHover.set(null)}
          onFocus={() => annotationHover.set(annotation.id)}
          onBlur={() => annotationHover.set(null)}
          onClick={(event) => {
            activateAnnotation(annotation.id);
            // Enter chooses and goes back to the text; the pointer may want to look at another.
            if (event.detail === 0) {
              onReturn();
              onClose();
            }
          }}
        >
          <BeneathOne annotation={annotation} />
        </button>
      ))}
      <p className="beneath-keys">{t('reading.beneathKeys')}</p>
    </div>
  );
}

function BeneathOne({ annotation }: { annotation: Annotation }) {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  const title = useTitle();
  const links = annotation.links.flatMap(({ categoryId, relation }) => {
    const category = byId.get(categoryId);
    return category === undefined ? [] : [{ category, relation }];
  });
  return (
    <>
      {links.length === 0 && <span className="beneath-link">{t('annotations.noCategory')}</span>}
      {links.map(({ category, relation }) => (
        <span key={category.id} className="beneath-link" style={categoryStyle(category.colour)}>
          <span className="category-swatch" aria-hidden />
          <span className="number">{category.number}</span>
          <span className="beneath-title">{title(category)}</span>
          {relation !== null && <span className="beneath-relation">{t(`relation.${relation}`)}</span>}
        </span>
      ))}
      <span className="beneath-quote">{annotation.exact}</span>
    </>
  );
}

function isInReader(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.closest('.reader') !== null);
}
