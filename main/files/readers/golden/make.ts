import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { archive, docx, encryptedOffice, odt, wordParagraph, xlsx } from './office-files.ts';
import { legacyPdf, protectedPdf, scanPdf } from './pdf-files.ts';
import { HANS, HANT, RARE_HANS, RARE_HANT } from './texts.ts';

/** Writes the golden files, all but those that README.md says how to print. */

const [title = '', ...paragraphs] = HANS.split('\n');
const [titleHant = '', ...paragraphsHant] = HANT.split('\n');
const plain = (text: string, encoding: string) => iconv.encode(text, encoding, { addBOM: false });

function page(title: string, paragraphs: readonly string[], charset: string): string {
  return `<!doctype html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>${title}_示例日報</title>
<meta name="author" content="林曉雁"><meta name="publishdate" content="2024-07-22"><meta property="og:site_name" content="示例日報">
<link rel="canonical" href="https://example.org/2024/0722/1.html"><script>document.write('x')</script></head>
<body><div class="nav"><a href="/">A</a> <a href="/b">B</a> <a href="/c">C</a></div>
<div class="main"><h1>${title}</h1><div class="content">${paragraphs.map((each) => `<p>　　${each}</p>`).join('\n')}</div></div>
<div class="footer"><a href="/about">D</a> ICP 12345</div></body></html>
`;
}

function quotedPrintable(bytes: Uint8Array): string {
  const lines: string[] = [];
  let line = '';
  for (const byte of bytes) {
    if (byte === 0x0a) {
      lines.push(line);
      line = '';
      continue;
    }
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    const code = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length + code.length > 75) {
      lines.push(`${line}=`);
      line = '';
    }
    line += code;
  }
  return [...lines, line].join('\r\n');
}

const mhtml = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://example.org/2024/0722/1.html',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="----seam"',
  '',
  '------seam',
  'Content-Type: text/html',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://example.org/2024/0722/1.html',
  '',
  quotedPrintable(plain(page(title, paragraphs, 'gb2312'), 'gbk')),
  '------seam',
  'Content-Type: image/png',
  'Content-Transfer-Encoding: base64',
  'Content-Location: https://example.org/a.png',
  '',
  'iVBORw0KGgo=',
  '------seam--',
  '',
].join('\r\n');

const markdown = `# ${title}\n\n**${paragraphs[0]}**\n\n> ${paragraphs[1]}\n\n1. ${paragraphs[2]}\n2. [${paragraphs[3]}](https://example.org)\n`;

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const rows = [
  ['標題', '日期', '媒體', '記者', '省份', '網址', '正文'],
  [title, '2024-07-22', '示例日报', '林晓雁', '示例省', 'https://example.org/1', paragraphs.join('\n')],
  [titleHant, '2024-07-23', '示例晚報', '趙哲', '示例省', 'https://example.org/2', paragraphsHant.join('\n')],
];
const table = (delimiter: string) => `${rows.map((row) => row.map(cell).join(delimiter)).join('\r\n')}\r\n`;
const objects = rows
  .slice(1)
  .map((row) =>
    Object.fromEntries(
      ['title', 'date', 'source', 'author', 'province', 'url', 'content'].map((key, at) => [key, row[at]]),
    ),
  );

const word = [
  `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>${title}</w:t></w:r></w:p>`,
  `<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>${(paragraphs[0] ?? '').slice(0, 20)}</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>刪去</w:delText></w:r></w:del><w:r><w:t>${(paragraphs[0] ?? '').slice(20)}</w:t></w:r></w:p>`,
  ...paragraphs.slice(1).map(wordParagraph),
].join('');

const openDocument = [
  `<text:tracked-changes><text:changed-region><text:deletion><text:p>刪去</text:p></text:deletion></text:changed-region></text:tracked-changes>`,
  `<text:h text:outline-level="1">${title}</text:h>`,
  ...paragraphs.map((each) => `<text:p>${each.replaceAll(' ', '<text:s text:c="1"/>')}</text:p>`),
].join('\n');

const files: Record<string, string | Uint8Array> = {
  'utf-8.txt': HANT,
  'utf-8-bom.txt': `\uFEFF${HANS}`,
  'utf-16le.txt': plain(HANS, 'utf-16le'),
  'utf-16le-bom.txt': plain(`\uFEFF${HANT}`, 'utf-16le'),
  'utf-16be.txt': plain(HANT, 'utf-16be'),
  'utf-16be-bom.txt': plain(`\uFEFF${HANS}`, 'utf-16be'),
  'gbk.txt': plain(HANS, 'gbk'),
  'gbk-traditional.txt': plain(HANT, 'gbk'),
  'gb18030.txt': plain(RARE_HANS, 'gb18030'),
  'big5.txt': plain(HANT, 'big5'),
  'big5-hkscs.txt': plain(RARE_HANT, 'big5-hkscs'),
  'article.md': markdown,
  'page-gbk.html': plain(page(title, paragraphs, 'gb2312'), 'gbk'),
  'page-big5-declared-utf-8.html': plain(page(titleHant, paragraphsHant, 'utf-8'), 'big5'),
  'page.mhtml': Buffer.from(mhtml, 'latin1'),
  'article.docx': docx(word, title),
  'article.odt': odt(openDocument, title),
  'table-gbk.csv': plain(table(','), 'gbk'),
  'table.tsv': `\uFEFF${table('\t')}`,
  'table.jsonl': `${objects.map((each) => JSON.stringify(each)).join('\n')}\n`,
  'table.json': JSON.stringify(objects, null, 1),
  'table.xlsx': xlsx({ 文章: rows.map((row, y) => row.map((each, x) => (x === 1 && y > 0 ? 45494 + y : each))) }),
  'gbk.pdf': legacyPdf(HANS, 'gbk'),
  'big5.pdf': legacyPdf(HANT, 'big5'),
  'scan.pdf': scanPdf(),
  'protected.pdf': protectedPdf(),
  'protected.docx': encryptedOffice(),
  'protected.odt': odt('', '', '<manifest:encryption-data manifest:checksum-type="SHA256"/>'),
};
files['bundle.zip'] = archive({
  '七月/甲.txt': plain(HANS, 'gbk'),
  '七月/inner.zip': archive({ 'b.txt': HANT, 'c.docx': files['article.docx'] ?? '' }),
  'picture.png': Buffer.from('89504e470d0a1a0a', 'hex'),
});

for (const [name, content] of Object.entries(files)) writeFileSync(join(import.meta.dirname, name), content);
