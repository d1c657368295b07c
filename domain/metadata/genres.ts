import { foldName } from '../gazetteer/name-characters.ts';

export interface Genre {
  /** Traditional, as metadata keep it. */
  hant: string;
  hans: string;
  en: string;
}

/** The kinds of pieces that papers know; a researcher may write another. */
export const genres: readonly Genre[] = [
  { hant: '消息', hans: '消息', en: 'news report' },
  { hant: '通訊', hans: '通讯', en: 'feature' },
  { hant: '特寫', hans: '特写', en: 'close-up' },
  { hant: '評論', hans: '评论', en: 'commentary' },
  { hant: '社論', hans: '社论', en: 'editorial' },
  { hant: '述評', hans: '述评', en: 'news analysis' },
  { hant: '綜述', hans: '综述', en: 'round-up' },
  { hant: '專訪', hans: '专访', en: 'interview' },
  { hant: '理論文章', hans: '理论文章', en: 'theory article' },
  { hant: '調查報告', hans: '调查报告', en: 'investigation' },
  { hant: '講話', hans: '讲话', en: 'speech' },
  { hant: '公告', hans: '公告', en: 'notice' },
];

/** The genres that fit what was typed, in either script or in English; all of them for an empty text. */
export function completeGenre(typed: string): Genre[] {
  const key = foldName(typed.trim()).toLowerCase();
  return genres.filter(({ hans, hant, en }) => foldName(hans).includes(key) || hant.includes(key) || en.includes(key));
}

/** A listed genre as metadata keep it, in Traditional characters; any other text as it is. */
export function storedGenre(name: string): string {
  return genres.find(({ hans }) => hans === name)?.hant ?? name;
}

/** A listed genre in Simplified characters; any other text as it is. */
export function simplifiedGenre(name: string): string {
  return genres.find(({ hant }) => hant === name)?.hans ?? name;
}
