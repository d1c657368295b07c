/** UTF-16 offsets into the text with its line feeds. */
export interface BenchHighlight {
  id: string;
  start: number;
  end: number;
  /** Palette index, 1 to 15. */
  colour: number;
}

/** A program that shows a text and paints highlights over it. */
export interface BenchProgram {
  /** Puts the text into the page, without highlights. */
  showText(text: string, into: HTMLElement): void;
  /** Converts highlights into what the program takes, after the text is shown and outside any timing. */
  prepare(highlights: readonly BenchHighlight[]): void;
  /** Hands over all highlights, prepared before. */
  paint(highlights: readonly BenchHighlight[]): void;
  add(highlight: BenchHighlight): void;
  /** Whether a highlight has been given to the browser to paint. Cheap: it is asked once a frame. */
  hasAny(): boolean;
  has(id: string): boolean;
}
