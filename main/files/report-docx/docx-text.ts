import type { ArticleReport, ReportAnnotation, ReportParagraph, ReportRun } from '#domain/report/report-model.ts';
import {
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type FileChild,
  Paragraph,
  type ParagraphChild,
  TextRun,
  UnderlineType,
} from 'docx';
import type { Speech } from './docx-speech.ts';
import { coloursOf, STYLE } from './docx-styles.ts';

/** The list that numbers the paragraphs of articles, in the margin. */
export const PARAGRAPH_NUMBERS = 'paragraphs';

const STYLE_OF_ROLE: Partial<Record<ReportParagraph['role'], string>> = {
  title: STYLE.textTitle,
  subhead: STYLE.textSubhead,
  caption: STYLE.textAside,
  byline: STYLE.textAside,
  source: STYLE.textAside,
  editor: STYLE.textAside,
  boilerplate: STYLE.textAside,
};

/** The name of the bookmark where a passage begins in the text. */
export function bookmarkOf(number: number): string {
  return `a${number}`;
}

/** An article's text, every annotation of it a comment over its passage; comments overlap as the annotations do. */
export function writeArticleText(article: ArticleReport, speech: Speech): FileChild[] {
  const byNumber = new Map(article.annotations.map((annotation) => [annotation.number, annotation]));
  const opened = new Set(article.paragraphs.flatMap(({ runs }) => runs.flatMap(({ opens }) => opens)));
  return article.paragraphs
    .filter(({ number, annotationNumbers }) => number !== null || annotationNumbers.length > 0)
    .map((paragraph) => {
      // A passage of nothing but line feeds has no run.
      const between = paragraph.annotationNumbers.filter((number) => !opened.has(number));
      return new Paragraph({
        style: STYLE_OF_ROLE[paragraph.role] ?? STYLE.text,
        ...(paragraph.number === null
          ? {}
          : { numbering: { reference: PARAGRAPH_NUMBERS, level: 0, instance: article.number, custom: true } }),
        children: [
          ...paragraph.runs.flatMap((run) => writeRun(run, article, byNumber, speech)),
          ...between.flatMap((number) => [...openComment(number, byNumber), ...closeComment(number)]),
        ],
      });
    });
}

function writeRun(
  run: ReportRun,
  article: ArticleReport,
  byNumber: ReadonlyMap<number, ReportAnnotation>,
  speech: Speech,
): ParagraphChild[] {
  const over = run.annotationNumbers.flatMap((number) => byNumber.get(number) ?? []);
  return [
    ...run.opens.flatMap((number) => openComment(number, byNumber)),
    speech.run(run.text, paint(over), article.textLanguage),
    ...run.closes.flatMap((number) => closeComment(number)),
  ];
}

function openComment(number: number, byNumber: ReadonlyMap<number, ReportAnnotation>): ParagraphChild[] {
  const { ink } = coloursOf(byNumber.get(number)?.colour ?? null);
  return [
    new Bookmark({
      id: bookmarkOf(number),
      children: [new TextRun({ style: 'AnnotationNumber', color: ink, text: String(number) })],
    }),
    new CommentRangeStart(number),
  ];
}

/** The end of a comment's range and the mark that calls it. */
export function closeComment(number: number): ParagraphChild[] {
  return [
    new CommentRangeEnd(number),
    new TextRun({ style: 'CommentReference', children: [new CommentReference(number)] }),
  ];
}

/**
 * The tint of the smallest annotation over a run, as it is the innermost; with every further one it is deeper, and a rule
 * in the colour of the next one, double from three on, shows that they overlap.
 */
export function paint(over: readonly ReportAnnotation[]): object {
  const [innermost, next] = over.toSorted((a, b) => a.end - a.start - (b.end - b.start));
  if (innermost === undefined) return {};
  const { tint, rule } = coloursOf(innermost.colour);
  const shading = { fill: mix(tint, rule, Math.min(3, over.length - 1) * DEEPER) };
  if (next === undefined) return { shading };
  const type = over.length > 2 ? UnderlineType.DOUBLE : UnderlineType.SINGLE;
  return { shading, underline: { type, color: coloursOf(next.colour).rule } };
}

/** How much of the rule's colour each further layer mixes in; three leave the text at 4.5:1 and more. */
const DEEPER = 0.1;

function mix(a: string, b: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return [0, 2, 4]
    .map((at) => Math.round(channel(a, at) * (1 - share) + channel(b, at) * share))
    .map((value) => value.toString(16).padStart(2, '0').toUpperCase())
    .join('');
}
