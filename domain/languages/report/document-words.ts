import type { Language } from '../../contract/values.ts';

/** Words that only documents with pages, sheets or footnotes need. */
export interface DocumentWords {
  /** How to read a text whose annotations are comments in the margin. */
  commentsExplained: string;
  /** How to read a text whose annotations are footnotes. */
  footnotesExplained: string;
  madeBy: (coder: string, instant: string) => string;
  /** Stands before the number of a page and between it and the number of pages, and after it. */
  page: readonly [before: string, between: string, after: string];
  /** The article that a passage is from, by its number in the report. */
  fromArticle: (number: number, title: string) => string;
  /** The sheet with a row for each article and a column for each category. */
  matrix: string;
  /** Stands at the end of a text that is longer than a cell may be. */
  cut: string;
  /** A heading over the citations of all articles. */
  citations: string;
  /** Stands below a table of which a document prints the first lines. */
  firstLines: (shown: number, all: number) => string;
}

const words: Record<Language, DocumentWords> = {
  'zh-Hant': {
    commentsExplained:
      '正文中的小號數字是標註的編號，標在該處起首；底色是其類目的顏色，重疊處底色較深並加底線。每條標註另有一則批註，批註的作者是編碼者。',
    footnotesExplained: '每條標註是一個腳註，註號在該處末尾；重疊的標註各有各的腳註，腳註以引文說明其起訖。',
    madeBy: (coder, instant) => `${coder}，${instant}`,
    page: ['第 ', ' 頁，共 ', ' 頁'],
    fromArticle: (number, title) => `文章 ${number}《${title}》`,
    matrix: '文章與類目',
    cut: '……〔全文過長，儲存格容不下〕',
    citations: '著錄',
    firstLines: (shown, all) => `表中為前 ${shown} 列，共 ${all} 列；試算表檔含全部。`,
  },
  'zh-Hans': {
    commentsExplained:
      '正文中的小号数字是标注的编号，标在该处起首；底色是其类目的颜色，重叠处底色较深并加下划线。每条标注另有一则批注，批注的作者是编码者。',
    footnotesExplained: '每条标注是一个脚注，注号在该处末尾；重叠的标注各有各的脚注，脚注以引文说明其起讫。',
    madeBy: (coder, instant) => `${coder}，${instant}`,
    page: ['第 ', ' 页，共 ', ' 页'],
    fromArticle: (number, title) => `文章 ${number}《${title}》`,
    matrix: '文章与类目',
    cut: '……〔全文过长，单元格容不下〕',
    citations: '著录',
    firstLines: (shown, all) => `表中为前 ${shown} 行，共 ${all} 行；电子表格含全部。`,
  },
  en: {
    commentsExplained:
      'A small number in the text is the number of an annotation and stands where the passage begins; the tint is that of its category, deeper and underlined where passages overlap. Each annotation has a comment of its own, whose author is the coder.',
    footnotesExplained:
      'Each annotation is a footnote, called where the passage ends; passages that overlap have a footnote each, which quotes the passage.',
    madeBy: (coder, instant) => `${coder}, ${instant}`,
    page: ['Page ', ' of ', ''],
    fromArticle: (number, title) => `Article ${number}, ${title}`,
    matrix: 'Articles by category',
    cut: '… [too long for a cell]',
    citations: 'Citations',
    firstLines: (shown, all) => `The first ${shown} of ${all} rows; the workbook has all.`,
  },
};

/** The words of documents in a language. */
export function documentWords(language: Language): DocumentWords {
  return words[language];
}
