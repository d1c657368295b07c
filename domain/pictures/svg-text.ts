/** About how wide a text is, in px: Han characters and full-width signs take an em, others a little more than half. */
export function widthOf(content: string, size: number): number {
  let ems = 0;
  for (const character of content) ems += isWide(character) ? 1 : 0.58;
  return ems * size;
}

function isWide(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= 0x2e80;
}

/** The text, cut with an ellipsis where it is wider than so many px. */
export function cut(content: string, width: number, size: number): string {
  if (widthOf(content, size) <= width) return content;
  let kept = '';
  for (const character of content) {
    if (widthOf(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Lines no wider than so many px: broken at spaces, and between Han characters but not before their punctuation. */
export function wrap(content: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const piece of content.match(/[⺀-\u{3FFFF}][，。、；：？！）」』》〉】]*|[^\s⺀-\u{3FFFF}]+|\s+/gu) ?? []) {
    if (current !== '' && widthOf(current + piece, size) > width) {
      lines.push(current.trimEnd());
      current = piece.trimStart();
    } else current += piece;
  }
  if (current.trim() !== '') lines.push(current.trimEnd());
  return lines;
}

/** The text without what XML does not allow: control signs and lone surrogates become spaces. */
export function forXml(content: string): string {
  return content.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}
