import { type Encoding, encodings } from '#domain/contract/import.ts';
import iconv from 'iconv-lite';

export type { Encoding };

const ALIASES: Record<string, Encoding> = {
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  ascii: 'utf-8',
  'us-ascii': 'utf-8',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  'ucs-2': 'utf-16le',
  unicode: 'utf-16le',
  utf16be: 'utf-16be',
  gb2312: 'gbk',
  'gb_2312-80': 'gbk',
  gb: 'gbk',
  cp936: 'gbk',
  ms936: 'gbk',
  'windows-936': 'gbk',
  'x-gbk': 'gbk',
  chinese: 'gbk',
  'gb18030-2000': 'gb18030',
  'gb18030-2005': 'gb18030',
  'gb18030-2022': 'gb18030',
  'big-5': 'big5',
  'cn-big5': 'big5',
  'x-x-big5': 'big5',
  cp950: 'big5',
  'windows-950': 'big5',
  hkscs: 'big5-hkscs',
  big5hkscs: 'big5-hkscs',
  big5_hkscs: 'big5-hkscs',
};

/** The encoding that a label means, in any case and under its usual other names; null when it is none of ours. */
export function findEncoding(label: string): Encoding | null {
  const name = label.trim().toLowerCase();
  return encodings.find((each) => each === name) ?? ALIASES[name] ?? null;
}

export interface Decoded {
  text: string;
  /** How many places hold no character in this encoding; each is U+FFFD in the text. */
  invalid: number;
}

/**
 * Decodes bytes under the encoding given. A byte order mark stays in the text, and so does a lone surrogate of UTF-16,
 * since the original is kept exactly.
 */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  switch (encoding) {
    case 'utf-8':
      return countInvalid(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), bytes, UTF8_REPLACEMENT);
    case 'utf-16le':
    case 'utf-16be':
      return decodeUtf16(bytes, encoding);
    case 'gbk':
    case 'gb18030':
      return countInvalid(iconv.decode(asBuffer(bytes), 'gb18030', { stripBOM: false }), bytes, GB18030_REPLACEMENT);
    case 'big5':
    case 'big5-hkscs':
      return countInvalid(iconv.decode(asBuffer(bytes), 'big5-hkscs', { stripBOM: false }), bytes, null);
  }
}

const UTF8_REPLACEMENT = Uint8Array.of(0xef, 0xbf, 0xbd);
const GB18030_REPLACEMENT = Uint8Array.of(0x84, 0x31, 0xa4, 0x37);

/** U+FFFD that the bytes themselves spell out is a character like any other. */
function countInvalid(text: string, bytes: Uint8Array, spelledOut: Uint8Array | null): Decoded {
  let invalid = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) invalid += 1;
  if (invalid > 0 && spelledOut !== null) {
    const all = asBuffer(bytes);
    for (let at = all.indexOf(spelledOut); at >= 0; at = all.indexOf(spelledOut, at + 1)) invalid -= 1;
  }
  return { text, invalid: Math.max(0, invalid) };
}

// By hand, because TextDecoder would put U+FFFD where a lone surrogate stands.
function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const whole = bytes.length - (bytes.length % 2);
  const units = Buffer.from(bytes.subarray(0, whole));
  if (encoding === 'utf-16be') units.swap16();
  const text = units.toString('utf16le');
  return whole === bytes.length ? { text, invalid: 0 } : { text: `${text}\uFFFD`, invalid: 1 };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
