import { SaxesParser, type SaxesTagNS } from 'saxes';
import { decodeAs } from '../encoding/decode-as.ts';
import { limits } from './limits.ts';
import { isDamaged, tooComplex } from './refusals.ts';

/** The text of an XML part of an office file, which is in UTF-8 or UTF-16. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs(bytes.subarray(2), 'utf-16le').text;
  if (first === 0xfe && second === 0xff) return decodeAs(bytes.subarray(2), 'utf-16be').text;
  const marked = first === 0xef && second === 0xbb;
  return decodeAs(marked ? bytes.subarray(3) : bytes, 'utf-8').text;
}

export interface XmlHandlers {
  /** With the line the tag ends on, the first being 1. */
  open?: (tag: SaxesTagNS, line: number) => void;
  close?: (tag: SaxesTagNS) => void;
  text?: (text: string) => void;
}

/**
 * Reads XML strictly and tells what it meets. Refuses what is not well-formed, a document type (no office file has one,
 * and entity bombs need one), and nesting too deep for a parser that recurses.
 */
export function readXml(name: string, bytes: Uint8Array, handlers: XmlHandlers = {}): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw tooComplex(name, 'declares a document type of its own');
  });
  parser.on('error', (error) => {
    throw isDamaged(name, error);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > limits.xmlDepth) throw tooComplex(name, `nests more than ${limits.xmlDepth} elements`);
    handlers.open?.(tag, parser.line);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(tag);
  });
  if (handlers.text !== undefined) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  parser.write(decodeXml(bytes)).close();
}
