export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Placement {
  left: number;
  /** One of the two is given, so that a panel above grows away from its passage. */
  top: number | null;
  bottom: number | null;
  maxHeight: number;
}

/** px between the passage and the panel, and between the panel and the edge of the window. */
const gap = 8;

/**
 * Where a panel of that width stands: under the passage where `wanted` fits, else above, else where there is more room;
 * never out of the window. All in CSS pixels of the window.
 */
export function placeBeside(
  passage: Box,
  width: number,
  wanted: number,
  window: { width: number; height: number },
): Placement {
  const left = Math.max(gap, Math.min(passage.left, window.width - width - gap));
  const visibleBottom = Math.min(Math.max(passage.bottom, gap), window.height - gap);
  const visibleTop = Math.max(Math.min(passage.top, window.height - gap), gap);
  const below = window.height - visibleBottom - 2 * gap;
  const above = visibleTop - 2 * gap;
  if (below >= wanted || (above < wanted && below >= above)) {
    if (below >= wanted / 2) return { left, top: visibleBottom + gap, bottom: null, maxHeight: below };
  } else if (above >= wanted / 2) {
    return { left, top: null, bottom: window.height - visibleTop + gap, maxHeight: above };
  }
  return { left, top: null, bottom: gap, maxHeight: window.height - 2 * gap };
}
