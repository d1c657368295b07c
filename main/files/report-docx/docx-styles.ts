import { categoryColours, PAGE_COLOURS } from '#domain/codebook/colours.ts';
import type { Report } from '#domain/report/report-model.ts';
import {
  AlignmentType,
  type IBaseParagraphStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import { eastAsianOfReport, LATIN } from './docx-speech.ts';

/** Hexadecimal without the sign, as the format writes it. */
const hex = (colour: string) => colour.slice(1).toUpperCase();

export const INK = hex(PAGE_COLOURS.light.ink);
export const QUIET = '6A6254';
export const HAIR = 'D8CFBD';
const NEUTRAL = { tint: '#e9e2d3', rule: '#8b8272', ink: '#6b6253' };

/** The colours of a palette index; null is an annotation without a category. */
export function coloursOf(index: number | null): { tint: string; rule: string; ink: string } {
  const { tint, rule, ink } = (index === null ? undefined : categoryColours[index - 1]?.light) ?? NEUTRAL;
  return { tint: hex(tint), rule: hex(rule), ink: hex(ink) };
}

/** A4 and its margins, in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1_361, side: 1_474 } as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side;

/**
 * Lines of so many points, whatever the face: pages break where they do in every program, also where a face is missing,
 * so that the numbers in the table of contents can be worked out beforehand.
 */
function exactly(points: number) {
  return { line: Math.round(points * 20), lineRule: LineRuleType.EXACT };
}

/** Named after what they are for; those that Word has by a name of its own keep it. */
export const STYLE = {
  kind: 'ReportKind',
  by: 'ReportBy',
  how: 'ReportHow',
  text: 'ArticleText',
  textTitle: 'ArticleTitle',
  textSubhead: 'ArticleSubhead',
  textAside: 'ArticleAside',
  quote: 'Quote',
  source: 'QuoteSource',
  note: 'QuoteNote',
  comment: 'CommentText',
  caption: 'Caption',
  cell: 'TableText',
  head: 'TableHead',
  figure: 'ReportFigure',
  meaning: 'CategoryMeaning',
} as const;

export function documentStyles(report: Report): IStylesOptions {
  const faces = eastAsianOfReport(report);
  const serif = { ascii: LATIN.serif, hAnsi: LATIN.serif, cs: LATIN.serif, eastAsia: faces.serif };
  const sans = { ascii: LATIN.sans, hAnsi: LATIN.sans, cs: LATIN.sans, eastAsia: faces.sans };
  const heading = (size: number, before: number, after: number): IBaseParagraphStyleOptions => ({
    run: { font: sans, size, bold: true, color: INK },
    paragraph: { spacing: { before, after, ...exactly(Math.round(size * 0.7)) }, keepNext: true, keepLines: true },
  });
  const own = (
    id: string,
    name: string,
    style: Omit<IBaseParagraphStyleOptions, 'name'>,
    basedOn = 'Normal',
  ): IParagraphStyleOptions => ({ id, name, basedOn, quickFormat: true, ...style });
  return {
    default: {
      document: {
        run: { font: serif, size: 22, color: INK, language: { value: LATIN.tag, eastAsia: faces.tag } },
        paragraph: { spacing: { after: 80, ...exactly(18) } },
      },
      title: {
        run: { font: sans, size: 40, bold: true, color: INK },
        paragraph: { spacing: { before: 0, after: 160, ...exactly(28) }, keepNext: true },
      },
      heading1: heading(30, 480, 180),
      heading2: heading(25, 320, 120),
      heading3: heading(22, 240, 80),
      heading4: heading(21, 160, 40),
      caption: {
        run: { font: sans, size: 18, color: QUIET },
        paragraph: { spacing: { before: 120, after: 80, ...exactly(14) }, keepNext: true },
      },
      hyperlink: { run: { color: INK } },
    },
    paragraphStyles: [
      own(STYLE.kind, 'Report Kind', {
        run: { font: sans, size: 20, color: 'B8321F', characterSpacing: 20 },
        paragraph: { spacing: { after: 120, ...exactly(16) }, keepNext: true },
      }),
      own(STYLE.by, 'Report By', {
        run: { font: sans, size: 19, color: QUIET },
        paragraph: { spacing: { after: 100, ...exactly(16) } },
      }),
      own(STYLE.how, 'Report Explanation', {
        run: { size: 19, color: QUIET },
        paragraph: { spacing: { after: 200, ...exactly(15) } },
      }),
      own(STYLE.text, 'Article Text', {
        run: { size: 23 },
        paragraph: { spacing: { after: 140, ...exactly(21) }, alignment: AlignmentType.BOTH },
      }),
      own(
        STYLE.textTitle,
        'Article Title',
        {
          run: { size: 30, bold: true },
          paragraph: { alignment: AlignmentType.LEFT, keepNext: true, spacing: { after: 160, ...exactly(25) } },
        },
        STYLE.text,
      ),
      own(
        STYLE.textSubhead,
        'Article Subhead',
        {
          run: { bold: true },
          paragraph: {
            alignment: AlignmentType.LEFT,
            keepNext: true,
            spacing: { before: 160, after: 140, ...exactly(21) },
          },
        },
        STYLE.text,
      ),
      own(STYLE.textAside, 'Article Aside', { run: { size: 20, color: QUIET } }, STYLE.text),
      own(STYLE.quote, 'Quote', {
        run: { size: 22 },
        paragraph: {
          indent: { left: 340, right: 340 },
          spacing: { before: 160, after: 20, ...exactly(18.5) },
          keepNext: true,
        },
      }),
      own(STYLE.source, 'Quote Source', {
        run: { size: 18, color: QUIET },
        paragraph: { indent: { left: 340, right: 340 }, spacing: { after: 60, ...exactly(14) } },
      }),
      own(STYLE.note, 'Quote Note', {
        run: { size: 20 },
        paragraph: { indent: { left: 680, right: 340 }, spacing: { after: 80, ...exactly(16) } },
      }),
      own(STYLE.cell, 'Table Text', {
        run: { font: sans, size: 18 },
        paragraph: { spacing: { before: 40, after: 40, ...exactly(13) } },
      }),
      own(STYLE.head, 'Table Head', { run: { color: QUIET, size: 17 }, paragraph: { keepNext: true } }, STYLE.cell),
      own(STYLE.figure, 'Report Figure', {
        run: { font: sans, size: 28, bold: true },
        paragraph: { spacing: { before: 20, after: 0, ...exactly(19) }, keepNext: true },
      }),
      own(STYLE.meaning, 'Category Meaning', {
        run: { size: 20 },
        paragraph: { indent: { left: 340 }, spacing: { after: 40, ...exactly(16) } },
      }),
      // The names by which Word knows the texts of comments, of its margins and of its tables of contents.
      {
        ...own(STYLE.comment, 'annotation text', {
          run: { size: 18 },
          paragraph: { spacing: { after: 20, line: 240 } },
        }),
      },
      own('Header', 'header', { run: { font: sans, size: 16, color: QUIET }, paragraph: { spacing: { after: 0 } } }),
      own('Footer', 'footer', {
        run: { font: sans, size: 16, color: QUIET },
        paragraph: { spacing: { after: 0 }, alignment: AlignmentType.CENTER },
      }),
      own('TOCHeading', 'TOC Heading', {
        run: { font: sans, size: 25, bold: true },
        paragraph: { spacing: { before: 360, after: 120, ...exactly(18) }, keepNext: true },
      }),
      own('TOC1', 'toc 1', {
        run: { font: sans, size: 20 },
        paragraph: { spacing: { before: 60, after: 20, ...exactly(16) } },
      }),
      own('TOC2', 'toc 2', {
        run: { font: sans, size: 19, color: QUIET },
        paragraph: { indent: { left: 340 }, spacing: { after: 20 } },
      }),
    ],
    characterStyles: [
      {
        id: 'AnnotationNumber',
        name: 'Annotation Number',
        run: { font: sans, size: 18, bold: true, superScript: true },
      },
      { id: 'CommentReference', name: 'annotation reference', run: { size: 16 } },
      { id: 'QuietText', name: 'Quiet Text', run: { color: QUIET } },
    ],
  };
}
