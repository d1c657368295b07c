import type { Json } from '#domain/exchange/web-annotation.ts';
import { limits } from '../readers/limits.ts';
import { tooComplex, tooLarge } from '../readers/refusals.ts';
import { decodeXml } from '../readers/read-xml.ts';
import { wrongProject } from './exchange-refusals.ts';

const DEEPEST = 100;

/** The JSON of a file of annotations; nesting that no annotation has is refused before it is read. */
export function readAnnotationJson(name: string, bytes: Uint8Array): Json {
  if (bytes.byteLength > limits.entryBytes) throw tooLarge(name, bytes.byteLength, limits.entryBytes);
  const text = decodeXml(bytes);
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isString) {
      if (character === '\\') at += 1;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > DEEPEST) throw tooComplex(name, `nests more than ${DEEPEST} values`);
    } else if (character === '}' || character === ']') depth -= 1;
  }
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw wrongProject(name, null, `it is no JSON (${error.message.slice(0, 150)})`);
  }
}
