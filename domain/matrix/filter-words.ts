import type { MatrixFilter } from '../contract/matrix.ts';
import type { Translation } from '../languages/interface/translation.ts';
import { shownName } from '../metadata/shown-names.ts';

/** The conditions of a matrix in words, each with its name; empty where there are none. */
export function filterWords(
  filter: MatrixFilter,
  { t, language }: Translation,
  coderName: (coderId: string) => string,
): string {
  const known =
    <Value extends string>(say: (value: Value) => string) =>
    (value: Value | 'none') =>
      value === 'none' ? t('common.unknown') : say(value);
  const listed = <Value extends string>(
    label: string,
    values: readonly Value[] | undefined,
    say: (value: Value) => string,
  ): string[] => (values === undefined ? [] : [`${label} ${values.map(say).join(', ')}`]);
  return [
    ...listed(
      t('annotationTable.province'),
      filter.provinces,
      known((value) => shownName('outletProvince', value, language)),
    ),
    ...listed(
      t('annotationTable.outlet'),
      filter.outlets,
      known((value) => value),
    ),
    ...listed(
      t('annotationTable.genre'),
      filter.genres,
      known((value) => shownName('genre', value, language)),
    ),
    ...listed(
      t('annotationTable.month'),
      filter.months,
      known((value) => value),
    ),
    ...listed(t('annotationTable.coder'), filter.coderIds, coderName),
    ...listed(t('annotationTable.relation'), filter.relations, (value) => t(`relation.${value}`)),
    ...listed(t('annotationTable.voice'), filter.voices, (value) =>
      value === 'none' ? t('voice.unset') : t(`voice.${value}`),
    ),
    ...listed(t('annotationTable.status'), filter.statuses, (value) => t(`status.${value}`)),
    ...listed(t('annotationTable.originLabel'), filter.origins, (value) => t(`annotationTable.origin.${value}`)),
    ...(filter.from === undefined ? [] : [`${t('annotationTable.from')} ${filter.from}`]),
    ...(filter.to === undefined ? [] : [`${t('annotationTable.to')} ${filter.to}`]),
  ].join(' · ');
}
