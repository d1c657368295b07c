import iconv from 'iconv-lite';

type Part = string | Buffer;

/** Puts numbered objects together to a PDF with its table of offsets; objects count from 1, the first is the catalogue. */
function assemble(objects: readonly Part[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  let length = parts[0]?.length ?? 0;
  const offsets: number[] = [];
  const add = (part: Part) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    add(`${index + 1} 0 obj\n`);
    add(object);
    add('\nendobj\n');
  }
  const start = length;
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) add(`${String(offset).padStart(10, '0')} 00000 n \n`);
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

function stream(content: Part, dictionary = ''): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${dictionary}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

const CHARSETS = {
  gbk: { map: 'GBK-EUC-H', ordering: 'GB1', font: 'STSong-Light' },
  big5: { map: 'ETen-B5-H', ordering: 'CNS1', font: 'MSung-Light' },
};
const COLUMN = 34;
const SIZE = 12;

/** Lines of a paragraph as a page sets them: two characters of indent, `COLUMN` characters a line. */
function setParagraph(paragraph: string): { text: string; indent: number }[] {
  const characters = [...paragraph];
  const lines = [{ text: characters.splice(0, COLUMN - 2).join(''), indent: 2 }];
  while (characters.length > 0) lines.push({ text: characters.splice(0, COLUMN).join(''), indent: 0 });
  return lines;
}

/** A PDF whose text is bytes of a legacy charset under a font that is not in the file, as old typesetting systems wrote. */
export function legacyPdf(text: string, charset: keyof typeof CHARSETS): Uint8Array {
  const { map, ordering, font } = CHARSETS[charset];
  let y = 780;
  const content = text
    .split('\n')
    .flatMap(setParagraph)
    .map(({ text, indent }) => {
      y -= 20;
      return `BT /F1 ${SIZE} Tf ${72 + indent * SIZE} ${y} Td <${iconv.encode(text, charset).toString('hex')}> Tj ET`;
    });
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    `<< /Type /Font /Subtype /Type0 /BaseFont /${font} /Encoding /${map} /DescendantFonts [6 0 R] >>`,
    stream(content.join('\n')),
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${font} /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>`,
    `<< /Type /FontDescriptor /FontName /${font} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>`,
  ]);
}

/** A page that is one grey picture, as a scanner makes it. */
export function scanPdf(): Uint8Array {
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 4 0 R >> >> /Contents 5 0 R >>',
    stream(
      Buffer.alloc(64, 0x80),
      '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 ',
    ),
    stream('q 595 0 0 842 0 0 cm /I Do Q'),
  ]);
}

/** A page whose content is as given, packed. */
export function packedPdf(content: Uint8Array, filter = '/FlateDecode'): Uint8Array {
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    stream(Buffer.from(content), `/Filter ${filter} `),
  ]);
}

/** A PDF that cannot be opened without a password. */
export function protectedPdf(): Uint8Array {
  const key = '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a';
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      `<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -44 >>`,
    ],
    '/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] ',
  );
}
