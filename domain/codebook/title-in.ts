import type { Category, Codebook } from '../contract/codebook.ts';
import type { Language } from '../contract/values.ts';

type Titles = Pick<Category, 'titleHant' | 'titleHans' | 'titleEn'>;

/** The title of a category in a language, else in the first that it has one in. */
export function titleIn(language: Language, { titleHant, titleHans, titleEn }: Titles): string {
  const wanted = { 'zh-Hant': titleHant, 'zh-Hans': titleHans, en: titleEn }[language];
  return wanted || titleHant || titleHans || titleEn;
}

/** Number and title of a category; empty for one that is not there. */
export function numberedTitle(language: Language, category: (Titles & Pick<Category, 'number'>) | undefined): string {
  return category === undefined ? '' : `${category.number} ${titleIn(language, category)}`.trim();
}

/** The name of a codebook, likewise. */
export function codebookNameIn(
  language: Language,
  { nameHant, nameHans, nameEn }: Pick<Codebook, 'nameHant' | 'nameHans' | 'nameEn'>,
): string {
  return titleIn(language, { titleHant: nameHant, titleHans: nameHans, titleEn: nameEn });
}
