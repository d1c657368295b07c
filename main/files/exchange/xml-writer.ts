type Attributes = Record<string, string | number | boolean | null>;

const REFERENCES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Writes XML element by element; texts must be ones that XML can hold. Attributes that are null are left out. */
export class XmlWriter {
  readonly #parts: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  readonly #open: string[] = [];
  /** Whether the start tag written last may still turn out to be an empty element. */
  #pending = false;

  open(name: string, attributes: Attributes = {}): void {
    this.#settle();
    const written = Object.entries(attributes).map(([key, value]) =>
      value === null
        ? ''
        : ` ${key}="${String(value).replaceAll(/[&<>"\r\n\t]/g, (found) => REFERENCES[found] ?? found)}"`,
    );
    this.#parts.push(`\n${'  '.repeat(this.#open.length)}<${name}${written.join('')}`);
    this.#open.push(name);
    this.#pending = true;
  }

  close(): void {
    const name = this.#open.pop();
    if (name === undefined) throw new Error('nothing is open');
    if (this.#pending) this.#parts.push('/>');
    else this.#parts.push(`\n${'  '.repeat(this.#open.length)}</${name}>`);
    this.#pending = false;
  }

  empty(name: string, attributes: Attributes): void {
    this.open(name, attributes);
    this.close();
  }

  /** An element that holds a text and nothing else. White space of a text is its own. */
  text(name: string, text: string): void {
    this.#settle();
    const written = text.replaceAll(/[&<>\r]/g, (found) => REFERENCES[found] ?? found);
    this.#parts.push(`\n${'  '.repeat(this.#open.length)}<${name}>${written}</${name}>`);
  }

  /** An element around others; left out when `write` writes none. */
  around<Item>(name: string, items: readonly Item[], write: (item: Item) => void): void {
    if (items.length === 0) return;
    this.open(name);
    for (const item of items) write(item);
    this.close();
  }

  end(): string {
    while (this.#open.length > 0) this.close();
    return `${this.#parts.join('')}\n`;
  }

  #settle(): void {
    if (this.#pending) this.#parts.push('>');
    this.#pending = false;
  }
}
