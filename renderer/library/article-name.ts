import type { ArticleRow } from '#domain/contract/article.ts';
import { t } from '../app/language.ts';

/** What an article is called: its title, else the beginning of its text. */
export function articleName(row: Pick<ArticleRow, 'title' | 'opening'>): string {
  return row.title?.trim() || row.opening.trim() || t('library.untitled');
}
