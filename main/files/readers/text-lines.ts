const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d\u2014\u2026]/u;
const SPACES = /[ \t\n\r\f]+/g;

/** Gathers the text of a page as a browser lays it out: white space collapses, blocks begin a line, blank lines vanish. */
export class TextLines {
  readonly #lines: string[] = [];
  #parts: string[] = [];
  #last = '';
  #pending = '';
  #preserved = 0;

  write(text: string): void {
    if (this.#preserved > 0) {
      this.#flushPending();
      this.#append(text);
      return;
    }
    let at = 0;
    for (const space of text.matchAll(SPACES)) {
      this.#word(text.slice(at, space.index));
      // A line end of the source is a space between words and nothing between Han characters.
      if (this.#last !== '') this.#pending = /[\n\r]/.test(space[0]) && this.#pending !== ' ' ? '\n' : ' ';
      at = space.index + space[0].length;
    }
    this.#word(text.slice(at));
  }

  /** Begins a cell of a table: a tab, unless the line is empty. */
  cell(): void {
    if (this.#last === '') return;
    this.#pending = '';
    this.#append('\t');
  }

  breakLine(): void {
    this.#pending = '';
    const line = this.#parts.join('');
    this.#parts = [];
    this.#last = '';
    for (const each of line.split(/\r\n|\r|\n/)) {
      if (each.trim() !== '') this.#lines.push(each.replace(/[ \t]+$/, ''));
    }
  }

  preserve(on: boolean): void {
    this.#preserved = Math.max(0, this.#preserved + (on ? 1 : -1));
  }

  get count(): number {
    return this.#lines.length;
  }

  /** Lines ended since there were `count` of them. */
  since(count: number): string[] {
    return this.#lines.slice(count);
  }

  toText(): string {
    this.breakLine();
    return this.#lines.join('\n');
  }

  #word(word: string): void {
    if (word === '') return;
    if (this.#pending === '\n' && WIDE.test(this.#last) && WIDE.test(String.fromCodePoint(word.codePointAt(0) ?? 0))) {
      this.#pending = '';
    }
    this.#flushPending();
    this.#append(word);
  }

  #flushPending(): void {
    if (this.#pending === '') return;
    this.#pending = '';
    if (this.#last !== '' && this.#last !== '\t') this.#append(' ');
  }

  #append(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    const low = text.charCodeAt(text.length - 1);
    this.#last = low >= 0xdc00 && low <= 0xdfff ? text.slice(-2) : text.slice(-1);
  }
}
