import type { ReportLabels } from '#domain/languages/report/index.ts';
import type { Report, ReportAnnotation } from '#domain/report/report-model.ts';
import { type ICommentOptions, Paragraph, type TextRun } from 'docx';
import { describeVoice, nameOfCategory } from '../report-words.ts';
import { xmlCharacters } from '../xml-characters.ts';
import { coloursOf, STYLE } from './docx-styles.ts';
import type { Speech } from './docx-speech.ts';

/** An annotation as a comment of Word: the coder is its author, its instant the annotation's, its id the number. */
export function writeComment(annotation: ReportAnnotation, speech: Speech, labels: ReportLabels): ICommentOptions {
  const { number, links, references, note, translation, coderName, createdAt } = annotation;
  const paragraph = (...children: TextRun[]) => new Paragraph({ style: STYLE.comment, children });
  const categories =
    links.length === 0
      ? [paragraph(speech.run(labels.tableRows.unlinked, { style: 'QuietText' }))]
      : links.map((link) =>
          paragraph(
            speech.run(nameOfCategory(link), { bold: true, color: coloursOf(link.colour).ink }),
            ...(link.relationLabel === null ? [] : [speech.run(`${labels.semicolon}${link.relationLabel}`)]),
          ),
        );
  const said =
    note.trim() === ''
      ? []
      : note
          .trim()
          .split('\n')
          .map((line) => paragraph(speech.run(line)));
  const referred = references.map((each) => paragraph(speech.run(`${labels.cells.references}${labels.colon}${each}`)));
  const translated =
    translation.trim() === ''
      ? []
      : [paragraph(speech.run(`${labels.translation}${labels.colon}${translation.trim()}`))];
  const about = [
    annotation.place === null ? null : labels.place(annotation.place),
    annotation.voice === null ? null : describeVoice(annotation.voice, labels),
    annotation.statusLabel,
    ...annotation.quoteMarks,
  ].filter((part) => part !== null);
  return {
    id: number,
    author: xmlCharacters(coderName),
    initials: initialsOf(xmlCharacters(coderName)),
    date: new Date(createdAt),
    children: [
      ...categories,
      ...referred,
      ...said,
      ...translated,
      paragraph(speech.run(about.join(labels.semicolon), { style: 'QuietText' })),
    ],
  };
}

/** First letters of a name in Latin letters, else its first character. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = words.map((word) => /^\p{Script=Latin}/u.exec(word)?.[0] ?? '').join('');
  return letters === '' ? ([...name.trim()][0] ?? '') : letters.toUpperCase().slice(0, 4);
}

export function writeComments(report: Report, speech: Speech, labels: ReportLabels): ICommentOptions[] {
  return report.articles.flatMap(({ annotations, orphans }) =>
    [...annotations, ...orphans].map((annotation) => writeComment(annotation, speech, labels)),
  );
}
