import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Markup, markup, plainText, showText } from './report-html-markup.ts';
import { findElements, readStrictHtml, textOf } from './report-html-strict-reader.ts';

// Any UTF-16, lone surrogates and controls included, with what breaks out of markup set in often.
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '&lt;',
        '&#60;',
        '<!--',
        '-->',
        ']]>',
        '</style>',
        '</title>',
        '<script>',
      ),
      fc.constantFrom(
        '\0',
        '\r',
        '\r\n',
        '\u202e',
        '\u2066',
        '\u2069',
        '\u0085',
        'javascript:',
        '" onload="x',
        '\ufeff',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

function documentOf(content: Markup): string {
  return `<!doctype html>\n${content.toString()}`;
}

function expected(text: string): string {
  return text.replaceAll(/\0|\p{Surrogate}/gu, '\uFFFD');
}

describe('any string survives as text', () => {
  test('in an element, where controls stand apart', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const read = readStrictHtml(documentOf(markup`<p>${text}</p>`));
        expect(textOf(read)).toBe(expected(text));
        const [paragraph] = findElements(read, 'p');
        const inside = paragraph?.children.filter((child) => typeof child !== 'string') ?? [];
        expect(inside.every((child) => child.name === 'bdi' && child.attributes['class'] === 'control')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('in an attribute and in a title', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const read = readStrictHtml(documentOf(markup`<p title="${text}">${plainText(text)}</p>`));
        const [paragraph] = findElements(read, 'p');
        expect(paragraph).toEqual({
          name: 'p',
          attributes: { title: expected(text) },
          children: text === '' ? [] : [expected(text)],
        });
      }),
      { numRuns: 2000 },
    );
  });
});

test('a control character shows its code point and cannot reorder what follows', () => {
  expect(showText('a\u202eb\0').toString()).toBe(
    'a<bdi class="control" data-code="U+202E">\u202e</bdi>b<bdi class="control" data-code="U+0000">\ufffd</bdi>',
  );
  expect(showText('a\tb\nc👩‍👧𠮷e\u0301').toString()).toBe('a\tb\nc👩‍👧𠮷e\u0301');
});

test('markup is neither escaped twice nor let into attributes', () => {
  const inner = markup`<b>${'<'}</b>`;
  expect(markup`<p>${[inner, 1, null, ['&']]}</p>`.toString()).toBe('<p><b>&lt;</b>1&amp;</p>');
  expect(() => markup`<p title="${inner}"></p>`).toThrow('attribute');
});
