/** An element with what it holds; text is decoded. */
export interface ReadElement {
  name: string;
  attributes: Record<string, string>;
  children: (ReadElement | string)[];
}

const VOID = new Set(['meta', 'img']);
const RAW = new Set(['style']);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/y;
const ATTRIBUTE = / ([a-z-]+)(?:="([^"]*)")?/g;
const TEXT = /[^<>"'\r\0]+/y;
const DOCTYPE = '<!doctype html>\n';
const REFERENCES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#13;': '\r',
};

/**
 * Reads a document for tests in a small subset of HTML in which every parser must agree: each tag is closed, each
 * attribute value stands in double quotes, text holds none of `< > " '`, and every `&` begins one of six references.
 * Throws an Error at anything else, comments included.
 */
export function readStrictHtml(source: string): ReadElement {
  if (!source.startsWith(DOCTYPE)) throw new Error('no doctype');
  const root: ReadElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let at = DOCTYPE.length;
  while (at < source.length) {
    const parent = open.at(-1);
    if (parent === undefined) throw new Error(`too many end tags at ${at}`);
    TEXT.lastIndex = at;
    TAG.lastIndex = at;
    const tag = TAG.exec(source);
    const text = tag === null ? TEXT.exec(source)?.[0] : undefined;
    if (tag !== null) {
      at = TAG.lastIndex;
      const [, slash, name = '', rest = ''] = tag;
      if (slash === '/') {
        if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}> at ${at}`);
        open.pop();
        continue;
      }
      const element: ReadElement = { name, attributes: readAttributes(rest), children: [] };
      parent.children.push(element);
      if (RAW.has(name)) {
        const end = source.indexOf(`</${name}>`, at);
        element.children.push(source.slice(at, end));
        at = end + name.length + 3;
      } else if (!VOID.has(name)) {
        open.push(element);
      }
    } else if (text !== undefined) {
      parent.children.push(decode(text));
      at += text.length;
    } else {
      throw new Error(`neither text nor tag at ${at}: ${source.slice(at, at + 40)}`);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return root;
}

/** Every element of that name below, in order. */
export function findElements(element: ReadElement, name: string): ReadElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...findElements(child, name)],
  );
}

/** The text of an element, without that of elements named in `without`. */
export function textOf(element: ReadElement, without: readonly string[] = []): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : without.includes(child.name) ? '' : textOf(child, without)))
    .join('');
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of source.matchAll(ATTRIBUTE)) {
    if (name in attributes) throw new Error(`attribute ${name} twice`);
    attributes[name] = decode(value);
  }
  return attributes;
}

function decode(text: string): string {
  return text.replaceAll(/&[^;]*;?/g, (reference) => {
    const character = REFERENCES[reference];
    if (character === undefined) throw new Error(`unknown reference ${reference}`);
    return character;
  });
}
