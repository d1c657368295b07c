import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { archive, docx, odt, wordParagraph, xlsx } from './golden/office-files.ts';
import { packedPdf } from './golden/pdf-files.ts';
import { HANS } from './golden/texts.ts';
import { limits } from './limits.ts';
import type { ReadArticle, RefusedFile } from './read-article.ts';
import { readSource } from './read-source.ts';

const PATIENCE = 5000;
const MEMORY = 400 * 1024 * 1024;

async function read(name: string, content: string | Uint8Array): Promise<(ReadArticle | RefusedFile)[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const began = performance.now();
  const held = process.memoryUsage().rss;
  const found: (ReadArticle | RefusedFile)[] = [];
  for await (const each of readSource({ name, bytes })) found.push(each);
  expect(performance.now() - began).toBeLessThan(PATIENCE);
  expect(process.memoryUsage().rss - held).toBeLessThan(MEMORY);
  return found;
}

async function reasons(name: string, content: string | Uint8Array): Promise<string[]> {
  return (await read(name, content)).map((each) => (each.outcome === 'read' ? 'read' : each.refusal.details.reason));
}

async function textOf(name: string, content: string | Uint8Array): Promise<string | undefined> {
  const [first] = await read(name, content);
  return first?.outcome === 'read' ? first.text : undefined;
}

describe('archives', () => {
  test('a bomb: one part that unpacks to a thousand times its size', async () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(50 * 1024 * 1024) }, { level: 9 });
    expect(await reasons('bomb.zip', bomb)).toEqual(['file-too-complex']);
    expect(await reasons('bomb.docx', docx('', '', { 'word/styles.xml': new Uint8Array(50 * 1024 * 1024) }))).toEqual([
      'file-too-complex',
    ]);
  });

  test('a bomb of archives in archives', async () => {
    let bomb: Uint8Array = archive({ 'a.txt': HANS });
    for (let level = 0; level < 5; level++) bomb = archive({ 'a.zip': bomb, 'b.zip': bomb });
    expect(new Set(await reasons('bomb.zip', bomb))).toEqual(new Set(['file-too-complex']));
  });

  test('a size that lies', async () => {
    const honest = Buffer.from(archive({ 'a.txt': HANS.repeat(50) }));
    const at = honest.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    honest.writeUInt32LE(100, at + 24);
    expect(await reasons('a.zip', honest)).toEqual(['file-damaged']);
  });

  test('more files than any corpus has', async () => {
    const many = Object.fromEntries(
      Array.from({ length: limits.entries + 1 }, (_, at) => [`${at}.txt`, strToU8('文')]),
    );
    expect(await reasons('many.zip', zipSync(many, { level: 0 }))).toEqual(['file-too-complex']);
  });

  test('names that climb out of the folder stay inside, and nothing is written anywhere', async () => {
    const [climbing, absolute] = await read(
      'a.zip',
      archive({ '../../etc/甲.txt': HANS, '/C:\\windows\\..\\乙.txt': HANS }),
    );
    expect(climbing).toMatchObject({ name: 'a.zip/etc/甲.txt', text: HANS });
    expect(absolute).toMatchObject({ name: 'a.zip/C:/windows/乙.txt', text: HANS });
  });

  test('cut short', async () => {
    const whole = archive({ 'a.txt': HANS });
    expect(await reasons('a.zip', whole.subarray(0, whole.length - 30))).toEqual(['file-damaged']);
    expect(await reasons('a.docx', docx(wordParagraph(HANS)).subarray(0, 900))).toEqual(['file-damaged']);
  });
});

const ENTITIES = `<!DOCTYPE x [<!ENTITY a0 "哈哈哈哈">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]>`;

describe('XML in office files', () => {
  test.for(['docx', 'odt', 'xlsx'] as const)('an entity bomb in %s', async (format) => {
    const bomb = `<?xml version="1.0"?>${ENTITIES}<x>&a20;</x>`;
    const files = {
      docx: docx('', '', { 'word/document.xml': bomb }),
      odt: archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': bomb }),
      xlsx: archive({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': bomb }),
    };
    expect(await reasons(`bomb.${format}`, files[format])).toEqual(['file-too-complex']);
  });

  test('100,000 nested elements', async () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(50_000) + '</w:sdtContent></w:sdt>'.repeat(50_000);
    expect(await reasons('deep.docx', docx(deep))).toEqual(['file-too-complex']);
    const spans = '<text:span>'.repeat(100_000) + '</text:span>'.repeat(100_000);
    expect(await reasons('deep.odt', odt(`<text:p>${spans}</text:p>`))).toEqual(['file-too-complex']);
  });

  test('a cell at the far corner of a sheet', async () => {
    const sheet = Buffer.from(xlsx({ a: [['正文'], [HANS]] }));
    expect(await reasons('a.xlsx', sheet)).toEqual(['read']);
    const far = archive({
      '[Content_Types].xml': '<x/>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
    });
    expect(await reasons('far.xlsx', far)).toEqual(['file-too-complex']);
  });

  test('not well-formed, and not a part of what it says it is', async () => {
    expect(await reasons('a.docx', docx('<w:p>'))).toEqual(['file-damaged']);
    expect(await reasons('a.docx', archive({ '[Content_Types].xml': '<x/>', 'word/other.xml': '<x/>' }))).toEqual([
      'file-damaged',
    ]);
    expect(await reasons('a.docx', HANS)).toEqual(['format-unknown']);
  });
});

describe('pages', () => {
  test('100,000 nested elements', async () => {
    expect(await reasons('deep.html', `${'<div>'.repeat(100_000)}文${'</div>'.repeat(100_000)}`)).toEqual([
      'file-too-complex',
    ]);
    expect(await textOf('deep.html', `${'<b>'.repeat(4000)}全文${'</b>'.repeat(4000)}`)).toBe('全文');
    expect(await reasons('deep.md', `${'> '.repeat(100_000)}文`)).toEqual(['file-too-complex']);
    expect(await reasons('deep.md', `${'['.repeat(50_000)}文`)).toEqual(['read']);
  });

  test('many elements are read in a bounded time', async () => {
    expect((await textOf('many.html', '<p>第一段</p>'.repeat(200_000)))?.length).toBe(799_999);
  });

  test('a script in every place that HTML has', async () => {
    const evil = 'globalThis.harmed=true;fetch("http://127.0.0.1:9/harm")';
    const page = `<!doctype html><html onload='${evil}'><head><script>${evil}</script><script src="http://127.0.0.1:9/a.js"></script>
      <style>@import "http://127.0.0.1:9/a.css"; p{background:url(javascript:${evil})}</style><base href="javascript:${evil}//">
      <link rel="stylesheet" href="http://127.0.0.1:9/b.css"><meta http-equiv="refresh" content="0;url=javascript:${evil}"></head>
      <body onload='${evil}'><img src=x onerror='${evil}'><svg onload='${evil}'><script>${evil}</script></svg><iframe src="javascript:${evil}"></iframe>
      <iframe srcdoc="&lt;script&gt;${evil.replaceAll('"', '&quot;')}&lt;/script&gt;"></iframe><object data="javascript:${evil}"></object><embed src="javascript:${evil}">
      <article>${HANS.split('\n')
        .map(
          (each) =>
            `<p onclick='${evil}' style="width:expression(${evil.replaceAll('"', '')})"><a href="javascript:${evil.replaceAll('"', '')}">${each}</a></p>`,
        )
        .join('')}</article>
      <form action="javascript:${evil}"><input autofocus onfocus='${evil}'><button formaction="javascript:${evil}"></button></form>
      <math><mtext><script>${evil}</script></mtext></math><template><script>${evil}</script></template><noscript><img src=x onerror='${evil}'></noscript>
      <xmp><script>${evil}</script></xmp><!--[if gte IE 4]><script>${evil}</script><![endif]--></body></html>`;
    const text = await textOf('evil.html', page);
    expect(globalThis).not.toHaveProperty('harmed');
    expect(text).toBe(HANS);
    expect(await textOf('evil.md', `${HANS}\n\n<script>${evil}</script>\n`)).toBe(HANS);
  });

  test('entities of HTML do not multiply', async () => {
    for (const name of ['a.html', 'a.xhtml']) {
      const text = await textOf(name, `${ENTITIES}<p>&a20;甲</p>`);
      expect(text).toContain('甲');
      expect(text?.length).toBeLessThan(5000);
    }
  });

  test('100,000 nested elements in a saved page', async () => {
    const page = `Content-Type: text/html; charset=utf-8\r\n\r\n${'<div>'.repeat(100_000)}文`;
    expect(await reasons('deep.mhtml', page)).toEqual(['file-too-complex']);
  });
});

test('a PDF whose stream unpacks to more than can be held', async () => {
  const bomb = deflateSync(Buffer.alloc(150 * 1024 * 1024, 0x20));
  expect(await reasons('bomb.pdf', packedPdf(bomb))).toEqual(['file-too-complex']);
  expect(await reasons('bomb.pdf', packedPdf(deflateSync(bomb), '[/FlateDecode /FlateDecode]'))).toEqual([
    'file-too-complex',
  ]);
  expect(await reasons('blank.pdf', packedPdf(deflateSync(Buffer.alloc(1000, 0x20))))).toEqual(['file-no-text']);
});

describe('texts', () => {
  test('200 MB of one line, by its size before it is read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jianzhu-'));
    try {
      const path = join(folder, 'long.txt');
      writeFileSync(path, '文');
      truncateSync(path, 200 * 1024 * 1024);
      const began = performance.now();
      for await (const each of readSource({ name: 'long.txt', path })) {
        expect(each).toMatchObject({ refusal: { details: { reason: 'file-too-large', megabytes: 200 } } });
      }
      expect(performance.now() - began).toBeLessThan(500);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('100 MB of one line in an archive, by its size before it is unpacked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jianzhu-'));
    try {
      const path = join(folder, 'long.zip');
      writeFileSync(path, zipSync({ 'long.txt': [new Uint8Array(100 * 1024 * 1024).fill(0x61), { level: 0 }] }));
      const began = performance.now();
      for await (const each of readSource({ name: 'long.zip', path })) {
        expect(each).toMatchObject({ outcome: 'refused', refusal: { details: { reason: 'file-too-large' } } });
      }
      expect(performance.now() - began).toBeLessThan(PATIENCE);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('one line as long as a file may be', async () => {
    expect(await reasons('long.txt', 'a'.repeat(limits.textBytes))).toEqual(['file-too-complex']);
    expect(await reasons('long.html', `<p>${'文'.repeat(limits.lineLength + 1)}`)).toEqual(['file-too-complex']);
    expect(await reasons('lines.txt', '文章\r'.repeat(limits.lineLength))).toEqual(['read']);
  });

  test('bytes that fit no encoding', async () => {
    expect(
      await reasons(
        'noise.txt',
        Uint8Array.from({ length: 5000 }, (_, at) => (at * at * 31 + 7 * at) % 256),
      ),
    ).toEqual(['encoding-unknown']);
    const [article] = await read('a.txt', Buffer.concat([Buffer.from(HANS), Buffer.of(0xff, 0xc0)]));
    expect(article).toMatchObject({ encoding: 'utf-8', confidence: 'close', text: `${HANS}\uFFFD\uFFFD` });
  });

  test('NUL and bidirectional overrides stay, as the file has them', async () => {
    const text = `甲\0乙\u202E丙\u2066丁\u2069${HANS}`;
    expect(await textOf('a.txt', text)).toBe(text);
    expect(await textOf('a.csv', `正文\n"${text}"\n`)).toBe(text);
    expect(await textOf('a.docx', docx(wordParagraph('甲\u202E丙')))).toBe('甲\u202E丙');
    expect(await textOf('a.html', '<p>甲\u202E丙\u2069丁')).toBe('甲\u202E丙\u2069丁');
  });

  test('nothing in it', async () => {
    expect(await reasons('a.txt', '')).toEqual(['file-empty']);
    expect(await reasons('a.txt', ' \n\u3000')).toEqual(['file-empty']);
    expect(await reasons('a.html', '<p><script>x</script>')).toEqual(['file-empty']);
    expect(await reasons('a.csv', '正文\n')).toEqual(['file-empty']);
    expect(await reasons('a.zip', archive({}))).toEqual(['file-empty']);
  });

  test('a quotation mark that is never closed would swallow the rows after it', async () => {
    expect(await reasons('a.csv', '正文\n"甲\n乙\n丙\n')).toEqual(['file-damaged']);
  });

  test('keys of JSON that name what every object has', async () => {
    const [row] = await read('a.jsonl', '{"__proto__":{"x":1},"constructor":"y","content":"全文"}');
    expect(row).toMatchObject({ text: '全文' });
    expect({}).not.toHaveProperty('x');
  });
});

test('any bytes under any name are answered', async () => {
  const names = [
    'a.txt',
    'a.md',
    'a.html',
    'a.mhtml',
    'a.docx',
    'a.odt',
    'a.pdf',
    'a.csv',
    'a.xlsx',
    'a.jsonl',
    'a.zip',
    'a',
  ];
  const heads = ['', '%PDF-1.7\n', 'PK\x03\x04', 'Content-Type: text/html\r\n\r\n', '<html>', '[{"content":"'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.constantFrom(...heads),
      fc.uint8Array({ maxLength: 400 }),
      async (name, head, tail) => {
        const bytes = Buffer.concat([Buffer.from(head, 'latin1'), tail]);
        let answers = 0;
        for await (const each of readSource({ name, bytes })) {
          answers += 1;
          expect(each.name.startsWith(name)).toBe(true);
        }
        expect(answers).toBeGreaterThan(0);
      },
    ),
    { numRuns: 300 },
  );
});
