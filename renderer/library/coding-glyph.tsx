import type { CodingState } from '#domain/contract/values.ts';

const dash: Record<CodingState, number> = { 'not-begun': 0, 'in-progress': 50, complete: 100 };

/** An empty, half-filled or full ring; the words stand beside it. */
export function CodingGlyph({ state }: { state: CodingState }) {
  return (
    <svg className={`coding-glyph coding-${state}`} width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <circle
        cx="5"
        cy="5"
        r="2"
        fill="none"
        stroke="currentColor"
        strokeWidth="4"
        pathLength="100"
        strokeDasharray={`${dash[state]} 100`}
        transform="rotate(-90 5 5)"
      />
    </svg>
  );
}
