import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { builtinCategories } from '../codebook/builtin-codebook.ts';
import { convertedCharacters, foldScript } from '../repair/script-pairs.ts';
import { readSource } from '../../main/files/readers/read-source.ts';
import { tieToDecision } from './decision-divisions.ts';
import { splitReference } from './split-reference.ts';

const file = new URL('../../../shared/data/decision-zh-hans.txt', import.meta.url);
const decision = existsSync(file) ? readFileSync(file, 'utf8') : null;

function toTraditional(text: string): string {
  const forms = new Map<string, string>();
  for (const character of convertedCharacters()) {
    const folded = foldScript(character);
    if (folded !== character && !forms.has(folded)) forms.set(folded, character);
  }
  return Array.from(text, (character) => forms.get(character) ?? character).join('');
}

function docxOf(paragraphs: string[]): Uint8Array {
  const body = paragraphs.map((each) => `<w:p><w:r><w:t xml:space="preserve">${each}</w:t></w:r></w:p>`).join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

async function read(name: string, bytes: Uint8Array): Promise<string> {
  for await (const found of readSource({ name, bytes })) if (found.outcome === 'read') return found.text;
  throw new Error(`${name} was not read`);
}

function expectDecision(text: string): void {
  const { divisions, misfits } = splitReference(text);
  const of = (kind: string) => divisions.filter((division) => division.kind === kind);
  expect(of('part')).toHaveLength(15);
  expect(of('item').map(({ value }) => value)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  expect(of('lead-in')).toHaveLength(14);
  expect(of('preamble')).toHaveLength(1);
  const [closing, ...more] = of('closing');
  expect(more).toEqual([]);
  expect(text.slice(closing?.start, closing?.end).trim().split(/\n+/)).toHaveLength(2);
  expect(misfits).toEqual([]);
  const tie = tieToDecision(divisions);
  expect(tie?.missing).toEqual([]);
  const tied = tie?.categoryIds.filter((_, i) => divisions[i]?.kind === 'part' || divisions[i]?.kind === 'item');
  expect(tied).toEqual(builtinCategories.map(({ id }) => id));
}

// Not in the repository: the researcher's own copy.
describe.skipIf(decision === null)('the Decision (skipped where no copy of it lies beside the repository)', () => {
  const text = decision ?? '';
  const paragraphs = text.trim().split('\n');
  test('from TXT', async () => expectDecision(await read('d.txt', Buffer.from(text))));
  test('from DOCX', async () => expectDecision(await read('d.docx', docxOf(paragraphs))));
  test('from HTML', async () =>
    expectDecision(
      await read(
        'd.html',
        Buffer.from(
          `<!doctype html><meta charset="utf-8"><body>${paragraphs.map((p) => `<p>${p}</p>`).join('')}</body>`,
        ),
      ),
    ));
  test('in Traditional characters', () => expectDecision(toTraditional(text)));
  test('with half-width numbering', () => expectDecision(text.replaceAll(/^（(\d+)）/gmu, '($1)')));
});

test('a document with （一） that begins anew in each part, and a number that does not fit', () => {
  const text =
    '关于修渠的实施意见\n为把水引到田里，提出以下意见。\n一、总体要求\n渠要修得牢。\n（一）先测量。测量要准。\n（二）后开挖。\n二、保障\n（一）用好工具。锹要快。\n（九）别处的号。';
  const { divisions, misfits } = splitReference(text);
  expect(divisions.map(({ kind, depth, label, title }) => [kind, depth, label, title])).toEqual([
    ['front', 1, '', ''],
    ['preamble', 1, '', ''],
    ['part', 1, '一、', '总体要求'],
    ['lead-in', 2, '', ''],
    ['item', 2, '（一）', '先测量'],
    ['item', 2, '（二）', '后开挖'],
    ['part', 1, '二、', '保障'],
    ['item', 2, '（一）', '用好工具'],
  ]);
  expect(misfits.map(({ reason }) => reason)).toEqual(['no-text', 'number-out-of-order']);
  expect(tieToDecision(divisions)).toBeNull();
});

test('a lead-in is found behind blank lines too, and only directly below its heading', () => {
  const { divisions } = splitReference(
    '一、渠\n\n　先说明。\n\n（1）量。要准。\n又一段。\n二、锹。要快。\n再说。\n（2）磨。要细。',
  );
  expect(divisions.map(({ kind, label }) => [kind, label])).toEqual([
    ['part', '一、'],
    ['lead-in', ''],
    ['item', '（1）'],
    ['part', '二、'],
    ['item', '（2）'],
  ]);
});

test('chapters and articles', () => {
  const { divisions } = splitReference('第一章 总则\n第一条 为了修渠，定此办法。\n第二章 附则\n第二条 即日施行。');
  expect(divisions.map(({ kind, value, depth }) => [kind, value, depth])).toEqual([
    ['part', 1, 1],
    ['item', 1, 2],
    ['part', 2, 1],
    ['item', 2, 2],
  ]);
});

test('divisions cover the text in order, nested, and no sentence crosses the edge of one', () => {
  const line = fc
    .tuple(
      fc.constantFrom('', '一、', '二、', '（一）', '(2)', '（1）', '1.', '第一条 ', '第二章', '　'),
      fc.string({ unit: fc.constantFrom('渠', '𠮷', '。', '；', '，', '”', '1', ' '), maxLength: 12 }),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n');
      const { divisions, sentences } = splitReference(text);
      let before = -1;
      for (const { start, bodyStart, end } of divisions) {
        expect(start).toBeGreaterThan(before);
        expect(bodyStart).toBeGreaterThanOrEqual(start);
        expect(end).toBeGreaterThanOrEqual(bodyStart);
        before = start;
      }
      const first = divisions[0];
      if (first !== undefined) expect(text.slice(0, first.start).trim()).toBe('');
      for (const { start, end } of sentences) {
        expect(first?.start).toBeLessThanOrEqual(start);
        for (const division of divisions) expect(division.start > start && division.start < end).toBe(false);
      }
    }),
  );
});
