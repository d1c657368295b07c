import { useTranslation } from 'react-i18next';
import { matrixMeasure, matrixWeighing } from '#domain/contract/matrix.ts';
import { pairUnit } from '#domain/contract/picture.ts';
import { isQuotient, readings } from '#domain/matrix/read-matrix.ts';

/** Passages that a row must have for its emphasis to be shown, unless she says otherwise. */
const USUAL_LEAST = 5;

/** What each measure counts, by what it is divided and how articles weigh, and where a method comes from. */
export function CountingHelp() {
  const { t } = useTranslation();
  const groups = [
    {
      head: t('help.counting.measures'),
      terms: matrixMeasure.options.map((each) => [t(`matrix.measures.${each}`), t(`matrix.definitions.${each}`)]),
    },
    {
      head: t('help.counting.readings'),
      terms: readings.map((each) => [
        t(`matrix.readings.${each}`),
        t(`matrix.readingSaid.${each}`, { least: USUAL_LEAST }),
      ]),
    },
    {
      head: t('help.counting.weighings'),
      terms: matrixMeasure.options
        .filter(isQuotient)
        .flatMap((measure) =>
          matrixWeighing.options.map((each) => [
            `${t(`matrix.measures.${measure}`)} · ${t(`matrix.weighings.${each}`)}`,
            t(`matrix.weighingSaid.${measure}.${each}`),
          ]),
        ),
    },
    {
      head: t('help.counting.order'),
      terms: [
        [t('matrix.cluster'), t('matrix.clusterSaid')],
        [`${t('matrix.silent')} · ${t('matrix.notCoded')}`, t('matrix.codedRule')],
        [t('matrix.rowKinds.voices'), t('matrix.voicesRule')],
      ],
    },
    {
      head: t('help.counting.pictures'),
      terms: [
        [t('pictures.kinds.map'), t('pictures.mapSaid')],
        [t('pictures.kinds.profile'), t('pictures.profileSaid')],
        [t('pictures.kinds.timeline'), t('pictures.timelineSaid')],
        [t('pictures.kinds.portrait'), t('pictures.portraitSaid')],
        [t('pictures.kinds.first-mention'), t('pictures.firstSaid')],
        ...pairUnit.options.map((each) => [
          t('pictures.pairsTitle', { unit: t(`pictures.units.${each}`) }),
          t(`pictures.unitSaid.${each}`),
        ]),
      ],
    },
  ];
  return (
    <section className="help-counting">
      <h2>{t('help.counting.title')}</h2>
      {groups.map(({ head, terms }) => (
        <section key={head} className="help-group">
          <h3>{head}</h3>
          <dl>
            {terms.map(([term, said]) => (
              <div key={term} className="help-term">
                <dt>{term}</dt>
                <dd>{said}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </section>
  );
}
