import { useTranslation } from 'react-i18next';
import type { ReportChoice } from '#domain/contract/report.ts';
import { useFormat } from '../app/format.ts';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { useFindings } from '../findings/queries.ts';
import { articleName } from '../library/article-name.ts';
import { useArticles } from '../library/queries.ts';

/** What the report is about, in words. */
export function useSubject(choice: ReportChoice): string {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { byId } = useCategoryBook();
  const title = useTitle();
  const rows = useArticles().data;
  const findings = useFindings().data;
  if (choice.by === 'annotations') {
    const count = choice.annotationIds.length;
    return t('report.aboutAnnotations', { count, shown: number(count) });
  }
  if (choice.by === 'categories') {
    const names = choice.categoryIds.flatMap((id) => {
      const category = byId.get(id);
      return category === undefined ? [] : [`${category.number} ${title(category)}`.trim()];
    });
    return t('report.aboutCategories', { names: names.join(t('report.comma')) });
  }
  if (choice.by === 'finding') {
    const name = findings?.find(({ id }) => id === choice.findingId)?.name ?? '';
    return t('report.aboutFinding', { name });
  }
  const [only] = choice.articleIds;
  const count = choice.articleIds.length;
  const row = count === 1 ? rows?.find(({ id }) => id === only) : undefined;
  return row === undefined ? t('report.aboutArticles', { count, shown: number(count) }) : articleName(row);
}
