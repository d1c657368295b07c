import { Refusal } from '#domain/contract/answer.ts';

export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

/**
 * Decodes a text file. UTF-16 is told by its byte-order mark, everything else must be valid UTF-8: a guess would decode
 * wrongly in silence. The byte-order mark stays in the text, since the original is kept exactly.
 */
export function decodeText(bytes: Uint8Array, name: string): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: utf16(bytes, 'utf-16le', name), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: utf16(bytes, 'utf-16be', name), encoding: 'utf-16be' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refusal(
      'invalid',
      'encoding-unknown',
      `${name} is neither UTF-8 nor UTF-16 text: save it as UTF-8 and import it again.`,
      { file: name },
    );
  }
}

// By hand, because TextDecoder would put U+FFFD where a lone surrogate stands, and the original is kept as it is.
function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', name: string): string {
  if (bytes.length % 2 !== 0) {
    throw new Refusal(
      'invalid',
      'encoding-unknown',
      `${name} begins like UTF-16 but ends in the middle of a character: get a whole copy, or save it as UTF-8.`,
      { file: name },
    );
  }
  const units = Buffer.from(bytes);
  if (encoding === 'utf-16be') units.swap16();
  return units.toString('utf16le');
}
