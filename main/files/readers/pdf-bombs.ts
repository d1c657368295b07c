import { inflateSync } from 'node:zlib';
import { limits } from './limits.ts';
import { tooComplex } from './refusals.ts';

/** Deflate packs no better than this, to one byte. */
const BEST_RATIO = 1032;
const DICTIONARY = 400;

/** Refuses a PDF with a stream that unpacks to more than can be held, which its library would unpack whole. */
export function checkStreams(name: string, bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
    const dictionary = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    if (/\/(FlateDecode|Fl)\s*\/(FlateDecode|Fl)\b[^<]*$/.test(dictionary))
      throw tooComplex(name, 'packs a stream twice');
    const start = at + (file[at + 6] === 0x0d ? 8 : 7);
    const end = file.indexOf('endstream', start);
    const packed = file.subarray(start, end < 0 ? file.length : end);
    if (isDeflated(packed) && packed.length * BEST_RATIO > limits.streamBytes) checkStream(name, packed);
  }
}

function isDeflated(packed: Uint8Array): boolean {
  const [first = 0, second = 0] = packed;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

function checkStream(name: string, packed: Uint8Array): void {
  try {
    inflateSync(packed, { maxOutputLength: Math.max(limits.streamBytes, packed.length * limits.ratio) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooComplex(name, 'unpacks to more than can be held');
    // A stream that is damaged or encrypted is for the library to judge.
    if (!code.startsWith('Z_')) throw error;
  }
}
