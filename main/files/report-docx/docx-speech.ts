import type { Language } from '#domain/contract/values.ts';
import type { ArticleReport, Report } from '#domain/report/report-model.ts';
import { type IRunOptions, TextRun } from 'docx';
import { xmlCharacters } from '../xml-characters.ts';

export type SpokenLanguage = ArticleReport['textLanguage'] | Language;

/** What Word calls the language, and faces that come with Office on Windows and on the Mac. */
interface EastAsian {
  tag: string;
  serif: string;
  sans: string;
}

const TRADITIONAL: EastAsian = { tag: 'zh-TW', serif: 'PMingLiU', sans: 'Microsoft JhengHei' };
const SIMPLIFIED: EastAsian = { tag: 'zh-CN', serif: 'SimSun', sans: 'Microsoft YaHei' };
export const LATIN = { tag: 'en-US', serif: 'Times New Roman', sans: 'Arial' } as const;

/** The Han characters of a text; an article of both scripts or an unknown one is set in Simplified faces, which have both. */
export function eastAsianOf(language: SpokenLanguage): EastAsian {
  return language === 'zh-Hant' ? TRADITIONAL : SIMPLIFIED;
}

/** The Han characters of a report's own words; those in an English report are mostly the articles'. */
export function eastAsianOfReport({ language, articles }: Report): EastAsian {
  const [first] = articles;
  return eastAsianOf(language === 'en' && first !== undefined ? first.textLanguage : language);
}

const HAN = /\p{Script=Han}/u;

/**
 * Text in a language; a line feed in it becomes a line break. Quotation marks and dashes among Han characters are set full
 * width, which Word does only where it is told.
 */
export class Speech {
  readonly #own: EastAsian;

  constructor(report: Report) {
    this.#own = eastAsianOfReport(report);
  }

  run(text: string, options: IRunOptions = {}, language: SpokenLanguage | null = null): TextRun {
    const lines = xmlCharacters(text).split(/\r\n|[\n\r]/);
    const [first = '', ...others] = lines;
    const faces = this.#faces(text, language, options.font === undefined);
    if (others.length === 0) return new TextRun({ ...faces, ...options, text: first });
    const children = others.flatMap((line) => [new TextRun({ ...faces, ...options, text: line, break: 1 })]);
    return new TextRun({ ...faces, ...options, children: [first, ...children] });
  }

  #faces(text: string, language: SpokenLanguage | null, free: boolean): IRunOptions {
    const spoken = language === null || language === 'en' ? this.#own : eastAsianOf(language);
    const other = spoken !== this.#own;
    if (!free || !(HAN.test(text) || other)) return {};
    return other
      ? { font: { eastAsia: spoken.serif, hint: 'eastAsia' }, language: { eastAsia: spoken.tag } }
      : { font: { hint: 'eastAsia' } };
  }
}
