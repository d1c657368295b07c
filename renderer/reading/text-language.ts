import type { ArticleRow } from '#domain/contract/article.ts';

const languages = { hant: 'zh-Hant', hans: 'zh-Hans', mixed: 'zh' } as const;

/** The language that a text is set in, by its script; Traditional where that is not known. */
export function textLanguage(script: ArticleRow['script']): 'zh-Hant' | 'zh-Hans' | 'zh' {
  return script === null ? 'zh-Hant' : languages[script];
}
