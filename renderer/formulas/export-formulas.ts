import Papa from 'papaparse';
import { alertFailure } from '../app/failure-text.ts';
import { currentLanguage, t } from '../app/language.ts';
import { handOver } from '../jobs/hand-over.ts';
import { runShownJob } from '../jobs/jobs.ts';
import { shownName } from '#domain/metadata/shown-names.ts';
import type { FormulaCounts } from './queries.ts';

/** Hands over the table of formulas as CSV, each row with the number of articles it is counted in. */
export async function exportFormulas({ articles, phrases }: FormulaCounts): Promise<void> {
  const head = [
    t('formulas.phrase'),
    t('formulas.exact'),
    t('formulas.varied'),
    t('formulas.all'),
    t('formulas.provinces'),
    t('formulas.first'),
    t('annotationTable.province'),
    t('formulas.older'),
    t('formulas.followed'),
    t('annotations.note'),
  ];
  const rows = phrases.map(({ phrase, exact, varied, provinces, first, formula }) => [
    phrase,
    exact,
    varied,
    articles,
    provinces,
    first?.publishedOn ?? '',
    first?.province == null ? '' : shownName('outletProvince', first.province, currentLanguage()),
    formula?.older ? 1 : 0,
    formula === null ? 0 : 1,
    formula?.note ?? '',
  ]);
  try {
    const { file } = await runShownJob('picture', 'picture.export', {
      format: 'csv',
      name: t('formulas.title'),
      content: `${Papa.unparse([head, ...rows], { escapeFormulae: true })}\r\n`,
    });
    await handOver(file);
  } catch (thrown) {
    alertFailure(thrown);
  }
}
