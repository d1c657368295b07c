import { previousGrapheme } from '#domain/text/graphemes.ts';
import type { Span } from '#domain/text/span.ts';

/** In UTF-16 units: what is decorated or redone at a time. */
const BLOCK_LENGTH = 160;

/**
 * The text cut into stretches that lie in one paragraph each and end on grapheme edges, in text order. One huge
 * paragraph is many blocks.
 */
export function textBlocks(text: string, paragraphs: readonly Span[]): Span[] {
  const blocks: Span[] = [];
  for (const paragraph of paragraphs) {
    let start = paragraph.start;
    while (paragraph.end - start > BLOCK_LENGTH * 1.5) {
      const edge = previousGrapheme(text, start + BLOCK_LENGTH + 1);
      const end = edge > start ? edge : paragraph.end;
      blocks.push({ start, end });
      start = end;
    }
    if (start < paragraph.end) blocks.push({ start, end: paragraph.end });
  }
  return blocks;
}

/** Half-open interval of block indices. */
export interface BlockRange {
  low: number;
  high: number;
}

/** The blocks that overlap the span; none when it lies between paragraphs. */
export function blocksTouching(blocks: readonly Span[], span: Span): BlockRange {
  const low = firstBlock(blocks, (block) => block.end > span.start);
  return {
    low,
    high: Math.max(
      low,
      firstBlock(blocks, (block) => block.start >= span.end),
    ),
  };
}

function firstBlock(blocks: readonly Span[], test: (block: Span) => boolean): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block !== undefined && test(block)) high = middle;
    else low = middle + 1;
  }
  return low;
}
