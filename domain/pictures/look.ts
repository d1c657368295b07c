import { categoryColours, PAGE_COLOURS } from '../codebook/colours.ts';
import type { Language } from '../contract/values.ts';
import { heatColours } from '../matrix/heat-steps.ts';

export type PictureTheme = 'light' | 'dark';

/** What a picture is drawn with; files are always drawn on white. */
export interface Look {
  /** In which it is drawn: the page's, or that of a program without one. */
  document: Document;
  language: Language;
  /** px that the picture may take; one with many columns takes more. */
  width: number;
  paper: string;
  ink: string;
  muted: string;
  hairline: string;
  /** The steps of the shading, from the palest. */
  heat: readonly { fill: string; ink: string }[];
  fonts: string;
  /** Colours of a category by the number that the codebook gives it. */
  category: (colour: number | undefined) => { tint: string; rule: string };
}

const HAN = {
  'zh-Hant': "'Noto Sans CJK TC','Source Han Sans TC','PingFang TC','Microsoft JhengHei',sans-serif",
  'zh-Hans': "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif",
  // Before the Han faces, whose quotes are a character wide.
  en: "'Noto Sans','Segoe UI','Helvetica Neue','DejaVu Sans',Arial,'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif",
} as const satisfies Record<Language, string>;

/** How pictures look; `page`: on the program's page, else on white as a file. */
export function makeLook(
  document: Document,
  { theme, language, width, page = false }: { theme: PictureTheme; language: Language; width: number; page?: boolean },
): Look {
  const light = theme === 'light';
  return {
    document,
    language,
    width,
    paper: page ? PAGE_COLOURS[theme].paper : '#ffffff',
    ink: PAGE_COLOURS[theme].ink,
    muted: light ? '#5f574b' : '#a89f90',
    hairline: light ? '#c8bda9' : '#4a443b',
    heat: heatColours.map((each) => each[theme]),
    fonts: HAN[language],
    category: (colour) => {
      const own = categoryColours[(colour ?? 0) - 1]?.[theme];
      return own ?? { tint: light ? '#e5e0d8' : '#3a352e', rule: light ? '#8c857a' : '#8f877a' };
    },
  };
}

/** px. */
export const FONT = 12;
export const SMALL = 11;
/** The pattern of what nothing can be said of. */
export const HATCH = 'url(#picture-hatch)';
