import { Link2 } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReferenceText } from '#domain/contract/reference.ts';
import { type Span, spansOverlap } from '#domain/text/span.ts';
import { useAnnotations } from '../annotations/queries.ts';
import { activateAnnotation, usePlacePick } from '../app/place.ts';
import { currentReader } from '../reading/reader-handle.ts';
import { isAt, linkTo, placesAt, unlink, useReferenceLinks } from './reference-links.ts';

interface LinkHereProps {
  articleId: string;
  reference: ReferenceText;
  sentence: Span;
}

/** Characters of a quote, or of a title, that are shown. */
const SHOWN = 18;
const beginning = (text: string) => (text.length > SHOWN ? `${[...text].slice(0, SHOWN).join('')}…` : text);

/** Links the active annotation to the sentence, or to what it stands in; and tells which passages are linked there. */
export function LinkHere({ articleId, reference, sentence }: LinkHereProps) {
  const { t } = useTranslation();
  const annotations = useAnnotations(articleId);
  const links = useReferenceLinks(articleId).filter(({ referenceId }) => referenceId === reference.id);
  const activeId = usePlacePick((place) => place.annotationId);
  const active = annotations.find(({ id }) => id === activeId);
  const here = links.filter(({ place }) => spansOverlap(place, sentence));
  const others = here.flatMap((link) => {
    const annotation = annotations.find(({ id }) => id === link.annotationId);
    return annotation === undefined || annotation.id === activeId ? [] : [{ link, annotation }];
  });
  return (
    <div className="link-here">
      {active === undefined ? (
        <p className="taken-up-count">{t('references.linkHint')}</p>
      ) : (
        <div className="link-choices" role="group" aria-label={t('references.linkTo', { quote: active.exact })}>
          <span className="taken-up-count">
            <Link2 size={14} strokeWidth={1.6} aria-hidden />{' '}
            {t('references.linkTo', { quote: beginning(active.exact) })}
          </span>
          {placesAt(reference, sentence).map((each) => {
            const known = links.find((link) => link.annotationId === active.id && isAt(link, reference.id, each));
            return (
              <ToggleButton
                key={`${each.level} ${each.place.start}`}
                className="button button-quiet button-small link-choice"
                isSelected={known !== undefined}
                onChange={(wanted) => {
                  if (known !== undefined) unlink(known);
                  else if (wanted) linkTo(active.id, reference.id, each);
                }}
              >
                {t(`references.level.${each.level}`)}
                {each.name !== '' && ` ${beginning(each.name)}`}
              </ToggleButton>
            );
          })}
        </div>
      )}
      {others.length > 0 && (
        <ul className="linked-here" aria-label={t('references.linkedHere')}>
          {others.map(({ link, annotation }) => (
            <li key={link.id}>
              <button
                type="button"
                className="run-passage"
                onClick={() => {
                  activateAnnotation(annotation.id);
                  currentReader()?.reveal(annotation, { flash: true });
                }}
              >
                {annotation.exact}
                <span className="taken-up-source">
                  {' '}
                  · {t('references.linked', { level: t(`references.level.${link.level}`) })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
