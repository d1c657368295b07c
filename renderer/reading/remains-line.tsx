import { memo, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { ArticleText } from '#domain/contract/article.ts';
import { goToAnnotation } from '../annotations/to-confirm.ts';
import { useFormat } from '../app/format.ts';
import { getPlace } from '../app/place.ts';
import { remainsOf } from './coding-remains.ts';
import { currentReader, revealSpan } from './reader-handle.ts';

/** What remains to be coded in the article; each part leads to the next place it speaks of. */
export const RemainsLine = memo(function RemainsLine({
  article,
  annotations,
}: {
  article: ArticleText;
  annotations: readonly Annotation[];
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const remains = useMemo(
    () => remainsOf(article.text, article.roles, annotations),
    [article.text, article.roles, annotations],
  );
  if (annotations.length === 0) return null;
  const goOn = (list: readonly Annotation[]) => {
    const at = list.findIndex(({ id }) => id === getPlace().annotationId);
    const next = list[(at + 1) % list.length];
    if (next !== undefined) goToAnnotation(next);
  };
  const goToParagraph = () => {
    const reader = currentReader();
    const at = reader?.caretOffset() ?? 0;
    const next = remains.untouched.find(({ start }) => start > at) ?? remains.untouched[0];
    if (next === undefined) return;
    reader?.setCaret(next.start);
    revealSpan(next);
    reader?.focus();
  };
  return (
    <p className="remains">
      <span className="remains-label">{t('remains.label')}</span>
      {remains.annotations.size === 0 && remains.untouched.length === 0 && <span>{t('remains.nothing')}</span>}
      {[...remains.annotations].map(([concern, list]) => (
        <Button key={concern} className="text-button" onPress={() => goOn(list)}>
          {t(`remains.${concern}`)} {number(list.length)}
        </Button>
      ))}
      {remains.untouched.length > 0 && (
        <Button className="text-button" onPress={goToParagraph}>
          {t('remains.paragraphs', {
            untouched: number(remains.untouched.length),
            all: number(remains.paragraphs),
          })}
        </Button>
      )}
    </p>
  );
});
