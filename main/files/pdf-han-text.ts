import { deflateSync, inflateSync } from 'node:zlib';

// https://www.unicode.org/Public/UCD/latest/ucd/EquivalentUnifiedIdeograph.txt, from U+2E80 on; a space where there is none.
const SUPPLEMENT =
  ' 厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄㣺扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍋𦍌耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶阝钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';
const unified = new Map(Array.from(SUPPLEMENT).map((character, at) => [0x2e80 + at, character]));

/**
 * Faces draw a radical and the character it is made of with one glyph, and Chromium then says that the glyph means the
 * radical: 長 would be copied as U+2ED1, and a search for it would find nothing. Puts the characters in their place, in
 * an update appended to the file (ISO 32000-1, 7.5.6). A file of another build is given back as it is.
 */
export function mendHanText(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const end = file.lastIndexOf('startxref');
  const start = file.lastIndexOf('trailer', end);
  const [, previous] = /startxref\s+(\d+)/.exec(file.toString('latin1', Math.max(0, end))) ?? [];
  if (end < 0 || start < 0 || previous === undefined) return pdf;
  const entries = /<<([^]*)>>/.exec(file.toString('latin1', start, end))?.[1] ?? '';
  const added: Buffer[] = [];
  const table: string[] = [];
  let size = file.length;
  const append = (bytes: Buffer) => {
    added.push(bytes);
    size += bytes.length;
  };
  append(Buffer.from('\n'));
  for (const { number, map } of characterMaps(file)) {
    const mended = mendMap(map);
    if (mended === map) continue;
    const packed = deflateSync(Buffer.from(mended, 'latin1'));
    table.push(`${number} 1\n${String(size).padStart(10, '0')} 00000 n \n`);
    append(Buffer.from(`${number} 0 obj\n<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n`));
    append(packed);
    append(Buffer.from('\nendstream\nendobj\n'));
  }
  if (table.length === 0) return pdf;
  const place = size;
  append(
    Buffer.from(
      `xref\n${table.join('')}trailer\n<<${entries.replaceAll(/\/Prev\s+\d+/g, '')}\n/Prev ${previous}>>\nstartxref\n${place}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat([file, ...added]);
}

const STREAM = /(\d+) 0 obj\s*<<([^>]*)>>\s*stream\r?\n$/;
/** Of what a character map's object has before its stream; a map packs to less than this. */
const LONGEST_HEAD = 200;
const LONGEST_MAP = 1 << 20;

/** The streams that say which characters the glyphs of a face mean. */
function* characterMaps(file: Buffer): Generator<{ number: number; map: string }> {
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    const from = at + 7;
    const [, number, dictionary = ''] =
      STREAM.exec(file.toString('latin1', Math.max(0, from - LONGEST_HEAD), from)) ?? [];
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? Number.NaN);
    if (number === undefined || !(length < LONGEST_MAP) || !dictionary.includes('/FlateDecode')) continue;
    if (dictionary.includes('/Type') || dictionary.includes('/Subtype')) continue;
    const packed = file.subarray(from, from + length);
    const map = inflateSync(packed, { maxOutputLength: 64 * LONGEST_MAP }).toString('latin1');
    if (map.includes('begincmap')) yield { number: Number(number), map };
  }
}

/** Replaces what is written behind `bfchar` and `bfrange`; codes and characters are hexadecimal, characters in UTF-16. */
function mendMap(map: string): string {
  return map
    .replaceAll(/beginbfchar([^]*?)endbfchar/g, (all: string, lines: string) =>
      all.replace(lines, () =>
        lines.replaceAll(
          /(<[0-9A-Fa-f]+>\s*)<([0-9A-Fa-f]{4})>/g,
          (_, code: string, to: string) => `${code}<${mend(to)}>`,
        ),
      ),
    )
    .replaceAll(/beginbfrange([^]*?)endbfrange/g, (all: string, lines: string) =>
      all.replace(lines, () =>
        lines.replaceAll(
          /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]{4})>/g,
          (range: string, from: string, to: string, first: string) => {
            const count = Number.parseInt(to, 16) - Number.parseInt(from, 16) + 1;
            const characters = Array.from({ length: count }, (_, at) => hex(Number.parseInt(first, 16) + at));
            if (characters.every((each) => mend(each) === each)) return range;
            return `<${from}> <${to}> [${characters.map((each) => `<${mend(each)}>`).join(' ')}]`;
          },
        ),
      ),
    );
}

function mend(code: string): string {
  const unit = Number.parseInt(code, 16);
  const supplement = unified.get(unit);
  const character =
    supplement !== undefined && supplement !== ' '
      ? supplement
      : unit >= 0x2f00 && unit <= 0x2fd5
        ? String.fromCharCode(unit).normalize('NFKC')
        : null;
  if (character === null) return code;
  return Array.from({ length: character.length }, (_, at) => hex(character.charCodeAt(at))).join('');
}

function hex(unit: number): string {
  return unit.toString(16).toUpperCase().padStart(4, '0');
}
