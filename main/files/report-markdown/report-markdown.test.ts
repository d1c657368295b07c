import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { shanxiReport, shanxiText } from '../annotated-shanxi.test-support.ts';
import { escapeLine } from './markdown-text.ts';
import { writeReportMarkdown } from './report-markdown.ts';

const reader = new MarkdownIt({ html: true, linkify: true });

/** What a reader shows of the blocks, one a line, and the kinds of those blocks. */
function show(markdown: string): { text: string; kinds: string[] } {
  const tokens = reader.parse(markdown, {});
  const shown = tokens
    .filter(({ type }) => type === 'inline')
    .map(({ children }) =>
      (children ?? []).map(({ content, type }) => (type === 'softbreak' ? '\n' : content)).join(''),
    );
  return { text: shown.join('\n'), kinds: [...new Set(tokens.map(({ type }) => type))] };
}

const pieces = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '*',
    '**',
    '_',
    '`',
    '#',
    '# ',
    '- ',
    '+ ',
    '1. ',
    '1) ',
    '(a) ',
    '> ',
    '[^1]',
    '[^1]: ',
    '[a](b)',
    '![a](b)',
    '<b>',
    '<!-- ',
    '&amp;',
    '\\',
    '|',
    '---',
    '===',
    '...',
    '"',
    "'",
    '~~',
    '$x$',
    ':smile:',
    '@a',
    'http://x.y',
    '    ',
    '\t',
    '全會',
    '“',
    ': ',
  ),
);

describe('any text is shown as it is', () => {
  test('alone, and behind and before others', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        // Control characters have no place in Markdown; NUL becomes U+FFFD by its rules.
        const text = parts
          .join('')
          .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '')
          .replaceAll(/\p{Surrogate}/gu, '');
        fc.pre(text.trim() !== '');
        const shown = show(escapeLine(text));
        // At the end of a line white space is not shown.
        expect(shown.text.trimEnd()).toBe(text.trimEnd());
        expect(shown.kinds).toEqual(['paragraph_open', 'inline', 'paragraph_close']);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the Shanxi article', () => {
  const markdown = writeReportMarkdown(shanxiReport('zh-Hant'));
  const { text } = show(markdown);

  test('its text is all there, character for character', () => {
    const lines = new Set(text.split('\n').map((line) => line.replaceAll(/\[\^\d+\]/g, '')));
    const missing = shanxiText.split('\n').filter((line) => line.trim() !== '' && !lines.has(line));
    expect(missing).toEqual([]);
  });

  test('each annotation is called once and has one footnote', () => {
    const calls = [...markdown.matchAll(/(?<!^)\[\^(\d+)\]/gm)].map(([, number]) => Number(number));
    const notes = [...markdown.matchAll(/^\[\^(\d+)\]: /gm)].map(([, number]) => Number(number));
    const all = Array.from({ length: 60 }, (_, index) => index + 1);
    expect(calls.toSorted((a, b) => a - b)).toEqual(all);
    expect(notes).toEqual(all);
  });

  test('headings, tables and quotations are read as such', () => {
    expect(show(markdown).kinds).toEqual(expect.arrayContaining(['heading_open', 'table_open', 'blockquote_open']));
    expect(markdown).not.toMatch(/\n{3}/);
  });
});
