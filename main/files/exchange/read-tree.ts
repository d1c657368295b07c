import { readXml } from '../readers/read-xml.ts';
import { tooComplex } from '../readers/refusals.ts';

/** An element with what it holds, and the line its tag ends on. */
export interface XmlElement {
  name: string;
  uri: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  line: number;
}

const MOST_ELEMENTS = 3_000_000;

/** Reads a whole document, strictly and within the limits; null for one without an element. */
export function readTree(name: string, bytes: Uint8Array): XmlElement | null {
  let root: XmlElement | null = null;
  const open: { element: XmlElement; texts: string[] }[] = [];
  let count = 0;
  readXml(name, bytes, {
    open(tag, line) {
      count += 1;
      if (count > MOST_ELEMENTS) throw tooComplex(name, `has more than ${MOST_ELEMENTS} elements`);
      const attributes = Object.fromEntries(
        Object.values(tag.attributes).flatMap(({ prefix, local, value }) =>
          prefix === 'xmlns' ? [] : [[local, value]],
        ),
      ) as Record<string, string>;
      const element: XmlElement = { name: tag.local, uri: tag.uri, attributes, children: [], text: '', line };
      open.at(-1)?.element.children.push(element);
      root ??= element;
      open.push({ element, texts: [] });
    },
    text(text) {
      open.at(-1)?.texts.push(text);
    },
    close() {
      const closed = open.pop();
      if (closed !== undefined) closed.element.text = closed.texts.join('');
    },
  });
  return root;
}
