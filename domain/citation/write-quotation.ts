import type { Voice } from '../contract/values.ts';
import type { PlaceParts, ReportLabels } from '../languages/report/report-labels.ts';

export interface Quotation {
  /** The words of the passage. */
  quote: string;
  /** What must stand behind them, each in its own brackets. */
  marks: readonly string[];
  voice: Voice | null;
  /** Null when the text has it no longer. */
  place: PlaceParts | null;
  translation: string;
  /** As a bibliography names the article. */
  citation: string;
}

/** A quotation as it can stand in a paper: the words, who speaks and where they stand, a translation, the citation. */
export function writeQuotation(quotation: Quotation, labels: ReportLabels): string {
  const { quote, marks, voice, place, translation, citation } = quotation;
  const source = [voice === null ? '' : speakerOf(voice, labels), place === null ? '' : labels.place(place)];
  const lines = [
    labels.quoted(
      quote,
      marks,
      source.filter((part) => part !== ''),
    ),
    ...(translation.trim() === '' ? [] : [`${labels.translation}${labels.colon}${translation.trim()}`]),
    citation,
  ];
  return lines.join('\n');
}

/** The name with office and place, or what kind of voice it is. */
function speakerOf({ kind, name, office, place }: Voice, labels: ReportLabels): string {
  const known = [office, place].flatMap((part) => (part === null || part === '' ? [] : [part]));
  if (name === null || name === '') return known.length === 0 ? labels.voices[kind] : known.join(labels.list(['', '']));
  return known.length === 0 ? name : labels.withDetails(name, labels.list(known));
}
