import type { CSSProperties, ReactNode } from 'react';
import type { Category } from '#domain/contract/codebook.ts';
import { useTitle } from './queries.ts';

/** Sets the colours of a category for what stands inside. */
export function categoryStyle(colour: number | undefined): CSSProperties {
  if (colour === undefined) return {};
  return {
    '--category-tint': `var(--category-${colour}-tint)`,
    '--category-rule': `var(--category-${colour}-rule)`,
    '--category-ink': `var(--category-${colour}-ink)`,
  } as CSSProperties;
}

/** A category in a line of text: its number in its colour, then its title. */
export function CategoryChip({ category, children }: { category: Category; children?: ReactNode }) {
  const title = useTitle();
  return (
    <span className="category-chip" style={categoryStyle(category.colour)}>
      <span className="category-swatch" aria-hidden />
      <span className="number">{category.number}</span>
      <span className="category-title" title={title(category)}>
        {title(category)}
      </span>
      {children}
    </span>
  );
}
