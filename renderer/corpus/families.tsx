import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { type ReprintFamily, reprintCounting } from '#domain/contract/duplicate.ts';
import { useFormat } from '../app/format.ts';
import { goToArticle } from '../app/place.ts';
import { articleName } from '../library/article-name.ts';
import { useArticles } from '../library/queries.ts';
import { Segmented } from '../widgets/segmented.tsx';
import { useLeaveFamily, useSetCounting, useSetSource } from './mutations.ts';
import { useFamilies } from './queries.ts';

/** The same text in several outlets: who printed it, where it presumably comes from, and how it counts. */
export function Families() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data } = useFamilies();
  const { mutate: count } = useSetCounting();
  if (data === undefined) return null;
  return (
    <section className="corpus-section" aria-labelledby="corpus-families">
      <h2 id="corpus-families" className="corpus-heading">
        {t('corpus.families')} <span className="number">{number(data.families.length)}</span>
      </h2>
      <div className="corpus-counting">
        <Segmented
          label={t('corpus.counting')}
          choices={reprintCounting.options.map((value) => ({ value, label: t(`corpus.countings.${value}`) }))}
          value={data.counting}
          onChange={(value) => count(value)}
        />
        <p className="field-hint">{t(`corpus.countingHints.${data.counting}`)}</p>
      </div>
      {data.families.length === 0 && <p className="corpus-note">{t('corpus.noFamilies')}</p>}
      {data.families.map((family) => (
        <Family key={family.id} family={family} />
      ))}
    </section>
  );
}

function Family({ family }: { family: ReprintFamily }) {
  const { t } = useTranslation();
  const { data: rows = [] } = useArticles();
  const { mutate: setSource } = useSetSource();
  const { mutate: leave } = useLeaveFamily();
  const members = family.articleIds.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  const [first] = members;
  if (first === undefined) return null;
  const source = family.sourceId ?? family.presumed?.articleId ?? null;
  return (
    <article className="family">
      <h3 className="family-name">{articleName(first)}</h3>
      <p className="field-hint">
        {family.sourceId !== null
          ? t('corpus.sourceSaid')
          : family.presumed === null
            ? t('corpus.sourceUnknown')
            : t(`corpus.presumed.${family.presumed.why}`)}
      </p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('metadata.outlet')}</th>
            <th scope="col">{t('metadata.outletProvince')}</th>
            <th scope="col">{t('metadata.publishedOn')}</th>
            <th scope="col">{t('metadata.source')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('corpus.decide')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((row) => (
            <tr key={row.id} data-source={row.id === source || undefined}>
              <td>
                <Button className="text-button" onPress={() => goToArticle(row.id)}>
                  {row.outlet ?? row.fileName}
                </Button>
                {row.id === source && <span className="family-source">{t('corpus.source')}</span>}
              </td>
              <td>{row.outletProvince ?? t('common.unknown')}</td>
              <td>{row.publishedOn ?? t('common.unknown')}</td>
              <td>{row.source ?? t('common.unknown')}</td>
              <td className="family-actions">
                {row.id === family.sourceId ? (
                  <Button className="text-button" onPress={() => setSource({ family, articleId: null })}>
                    {t('corpus.unsetSource')}
                  </Button>
                ) : (
                  <Button className="text-button" onPress={() => setSource({ family, articleId: row.id })}>
                    {t('corpus.setSource')}
                  </Button>
                )}
                <Button className="text-button" onPress={() => leave(row.id)}>
                  {t('corpus.leave')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
