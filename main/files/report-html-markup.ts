/** Text that is markup already; only `markup` and the functions of this file make it. */
export class Markup {
  readonly #source: string;

  private constructor(source: string) {
    this.#source = source;
  }

  static join(parts: readonly string[]): Markup {
    return new Markup(parts.join(''));
  }

  toString(): string {
    return this.#source;
  }
}

export type Content = string | number | Markup | null | readonly Content[];

/**
 * A template tag for HTML. Literal parts are markup; every value is text, and can never become anything else: as the
 * content of an element it is written by `showText`, as a whole attribute value (after `="`) by `escapeText`.
 */
export function markup(literals: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const parts: string[] = [];
  for (const [index, literal] of literals.entries()) {
    parts.push(literal);
    if (index < values.length) parts.push(write(values[index] ?? null, literal.endsWith('="')));
  }
  return Markup.join(parts);
}

function write(value: Content, inAttribute: boolean): string {
  if (value === null) return '';
  if (value instanceof Markup) {
    if (inAttribute) throw new Error('markup cannot be an attribute value');
    return value.toString();
  }
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return (inAttribute ? plainText(value) : showText(value)).toString();
  return value.map((each) => write(each, inAttribute)).join('');
}

// A parser turns NUL into U+FFFD and a bare carriage return into a line feed; UTF-8 has no lone surrogates.
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
  '\0': '\uFFFD',
};

/** Text as character data or as a quoted attribute value. A parser reads back `text`, NUL and lone surrogates as U+FFFD. */
export function plainText(text: string): Markup {
  return Markup.join([escapeText(text)]);
}

function escapeText(text: string): string {
  return text.replaceAll(/[&<>"'\r\0]|\p{Surrogate}/gu, (found) => REFERENCES[found] ?? '\uFFFD');
}

// Control characters other than tab and line feed, and the characters that open, close or override directions.
const CONTROLS = /(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/**
 * Text as the content of an element. A control character stands alone in a `<bdi>`, which shows its code point and keeps
 * it from reordering what follows; a parser reads back the same text as from `plainText`.
 */
export function showText(text: string): Markup {
  const parts = text.split(new RegExp(`(${CONTROLS.source})`, 'u'));
  return Markup.join(
    parts.map((part) => (part.length === 1 && CONTROLS.test(part) ? showControl(part) : escapeText(part))),
  );
}

function showControl(control: string): string {
  const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `<bdi class="control" data-code="U+${code}">${escapeText(control)}</bdi>`;
}
