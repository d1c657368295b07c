import { useTranslation } from 'react-i18next';
import { pairUnit } from '#domain/contract/picture.ts';
import { articleName } from '../library/article-name.ts';
import { useArticles } from '../library/queries.ts';
import { Choice } from './matrix-controls.tsx';
import { type MatrixShown, questionOf } from '#domain/matrix/matrix-shown.ts';
import { pairOf } from '#domain/pictures/pair-of.ts';
import { showMatrix } from './show-matrix.ts';
import { useMatrixWords } from './use-matrix-words.ts';
import { useMatrix } from './queries.ts';

/** Articles that can be chosen from a list; more are narrowed by the conditions of the picture. */
const MOST_OFFERED = 500;
const ALL = '';

/** What only one kind of picture asks. */
export function PictureControls({ shown }: { shown: MatrixShown }) {
  const { t } = useTranslation();
  switch (shown.picture) {
    case 'portrait':
      return <ArticleChoice shown={shown} />;
    case 'pairs':
      return (
        <Choice
          label={t('pictures.unit')}
          value={shown.unit}
          options={pairUnit.options.map((each) => [each, t(`pictures.units.${each}`)])}
          onChange={(next) => showMatrix({ ...shown, unit: pairUnit.parse(next) })}
        />
      );
    case 'map':
    case 'timeline':
    case 'profile':
      return <MatrixChoices shown={shown} />;
    case 'grid':
    case 'heat-map':
    case 'first-mention':
      return null;
  }
}

function MatrixChoices({ shown }: { shown: MatrixShown }) {
  const { data } = useMatrix(questionOf(shown));
  return data === undefined ? null : <CountedChoices shown={shown} matrix={data.matrix} />;
}

function CountedChoices({ shown, matrix }: { shown: MatrixShown; matrix: Parameters<typeof useMatrixWords>[1] }) {
  const { t } = useTranslation();
  const words = useMatrixWords(shown, matrix);
  if (shown.picture !== 'profile')
    return (
      <Choice
        label={t('pictures.about')}
        value={shown.about !== null && matrix.columns.includes(shown.about) ? shown.about : ALL}
        options={[[ALL, t('pictures.all')], ...matrix.columns.map((id) => [id, words.columnName(id)] as const)]}
        onChange={(next) => showMatrix({ ...shown, about: next === ALL ? null : next })}
      />
    );
  const keys = matrix.rows.map(({ key }) => key);
  const [one = '', other = ''] = pairOf(shown.pair, keys);
  if (keys.length < 2) return null;
  const options = matrix.rows.slice(0, MOST_OFFERED).map((row) => [row.key, words.rowName(row)] as const);
  return (
    <>
      <Choice
        label={t('pictures.pair1')}
        value={one}
        options={options}
        onChange={(next) => showMatrix({ ...shown, pair: [next, next === other ? one : other] })}
      />
      <Choice
        label={t('pictures.pair2')}
        value={other}
        options={options}
        onChange={(next) => showMatrix({ ...shown, pair: [next === one ? other : one, next] })}
      />
    </>
  );
}

function ArticleChoice({ shown }: { shown: MatrixShown }) {
  const { t } = useTranslation();
  const { data: articles = [] } = useArticles();
  const offered = articles.filter(({ id }, index) => index < MOST_OFFERED || id === shown.articleId);
  return (
    <Choice
      label={t('pictures.article')}
      value={shown.articleId ?? ALL}
      options={[[ALL, t('pictures.allArticles')], ...offered.map((row) => [row.id, articleName(row)] as const)]}
      onChange={(next) => showMatrix({ ...shown, articleId: next === ALL ? null : next })}
    />
  );
}
