import { Heading } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReferenceText } from '#domain/contract/reference.ts';
import type { TakenUp } from '#domain/contract/reuse.ts';
import type { Span } from '#domain/text/span.ts';
import { alertFailure } from '../app/failure-text.ts';
import { useFormat } from '../app/format.ts';
import { goToArticle } from '../app/place.ts';
import { save } from '../app/saves.ts';
import { revealOnArrival } from '../reading/reader-handle.ts';
import { useTakenUp } from './queries.ts';
import { useLinkedPassages } from './reference-links.ts';
import { compareAll } from './read-in.ts';

interface TakenUpListProps {
  reference: ReferenceText;
  sentence: Span | null;
  lang: string;
}

/** The passages of articles that take up the sentence that is looked at. */
export function TakenUpList({ reference, sentence, lang }: TakenUpListProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data } = useTakenUp(reference.id, sentence);
  const heads = reference.divisions.some(({ start }) => start === sentence?.start);
  if (sentence === null)
    return (
      <aside className="taken-up-list" aria-label={t('references.takenUp')}>
        <p className="empty">{t('references.choose')}</p>
      </aside>
    );
  const articles = new Set(data?.passages.map(({ articleId }) => articleId)).size;
  const makeItem = () => {
    save('reference.setDivision', {
      referenceId: reference.id,
      version: reference.version,
      at: sentence.start,
      division: { kind: 'item', depth: 2, categoryId: null },
    }).catch(alertFailure);
  };
  return (
    <aside className="taken-up-list" aria-label={t('references.takenUp')}>
      <blockquote lang={lang}>{reference.text.slice(sentence.start, sentence.end)}</blockquote>
      {data && (
        <p className="taken-up-count">
          {t('references.articles', { count: articles, shown: number(articles), all: number(data.articles) })}
        </p>
      )}
      {data !== undefined && data.waiting > 0 && (
        <p className="taken-up-count">
          {t('references.waiting', { count: data.waiting })}{' '}
          <Button className="link-button" onPress={() => void compareAll()}>
            {t('references.compareAll')}
          </Button>
        </p>
      )}
      <ul>
        {data?.passages.map((passage) => (
          <li key={`${passage.articleId} ${passage.article.start}`}>
            <Passage passage={passage} />
          </li>
        ))}
      </ul>
      <LinkedList reference={reference} sentence={sentence} />
      {!heads && (
        <Button className="button button-quiet button-small" onPress={makeItem}>
          <Heading size={14} strokeWidth={1.6} aria-hidden />
          {t('references.divideHere')}
        </Button>
      )}
    </aside>
  );
}

/** The passages that coders linked to the sentence, or to what it stands in. */
function LinkedList({ reference, sentence }: { reference: ReferenceText; sentence: Span }) {
  const { t } = useTranslation();
  const passages = useLinkedPassages(reference.id, sentence);
  if (passages.length === 0) return null;
  return (
    <section aria-label={t('references.linkedByHand')}>
      <h2 className="linked-title">{t('references.linkedByHand')}</h2>
      <ul>
        {passages.map(
          ({ id, articleId, annotationId, articleTitle, articleOpening, outletProvince, exact, ...link }) => (
            <li key={id}>
              <button type="button" className="taken-up-passage" onClick={() => goToArticle(articleId, annotationId)}>
                <span className="taken-up-words">{exact}</span>
                <span className="taken-up-source">
                  {[
                    articleTitle ?? articleOpening,
                    outletProvince,
                    t(`references.level.${link.level}`),
                    link.relation === null ? null : t(`relation.${link.relation}`),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

function Passage({ passage }: { passage: TakenUp }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const { articleId, articleTitle, articleOpening, outletProvince, exact, kind, share, article } = passage;
  return (
    <button
      type="button"
      className="taken-up-passage"
      onClick={() => {
        revealOnArrival(articleId, article);
        goToArticle(articleId);
      }}
    >
      <span className="taken-up-words">{exact}</span>
      <span className="taken-up-source">
        {[articleTitle ?? articleOpening, outletProvince].filter(Boolean).join(' · ')} ·{' '}
        {t(kind === 'exact' ? 'references.exact' : 'references.near')} {percent(share)}
      </span>
    </button>
  );
}
