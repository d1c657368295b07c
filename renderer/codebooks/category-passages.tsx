import { Check } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FoundAnnotation } from '#domain/contract/annotation.ts';
import type { Category } from '#domain/contract/codebook.ts';
import { useFormat } from '../app/format.ts';
import { goToArticle } from '../app/place.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { confirmLinks } from './mutations.ts';
import { useCategoryUses, usePassages } from './queries.ts';

const ALL = 500;

/** Where a category is used, and which passages were coded before it got the meaning it has now. */
export function CategoryPassages({ category }: { category: Category }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data: uses } = useCategoryUses(category.id);
  const { data: found } = usePassages(category.id, 'all');
  const { data: old } = usePassages(category.id, 'recheck', ALL);
  if (uses === undefined || found === undefined) return null;
  const waiting = old?.passages ?? [];
  const links = waiting.flatMap((passage) => passage.links.filter(({ recheck }) => recheck).map(({ id }) => id));
  return (
    <>
      {waiting.length > 0 && (
        <section className="sheet-section" aria-labelledby="recheck-heading">
          <h3 id="recheck-heading" className="sheet-heading">
            {t('codebooks.recheck', { count: old?.total ?? 0, shown: number(old?.total ?? 0) })}
            <Button className="button button-quiet" onPress={() => void confirmLinks(links)}>
              <Check size={14} strokeWidth={1.6} aria-hidden />
              {t('codebooks.confirmAll')}
            </Button>
          </h3>
          <p className="sheet-note">{t('codebooks.recheckNote')}</p>
          <ul className="passages">
            {waiting.map((passage) => (
              <Passage key={passage.id} passage={passage} recheck />
            ))}
          </ul>
        </section>
      )}
      <section className="sheet-section" aria-labelledby="passages-heading">
        <h3 id="passages-heading" className="sheet-heading">
          {t('codebooks.passages')}
          <span className="sheet-count">
            {t('codebooks.usedIn', {
              annotations: number(uses.annotations),
              articles: number(uses.articles),
              whole: number(uses.wholeArticles),
            })}
          </span>
        </h3>
        {found.total === 0 ? (
          <p className="sheet-note">{t('codebooks.noPassages')}</p>
        ) : (
          <ul className="passages">
            {found.passages.map((passage) => (
              <Passage key={passage.id} passage={passage} />
            ))}
          </ul>
        )}
        {found.total > found.passages.length && (
          <p className="sheet-note">{t('codebooks.more', { count: found.total - found.passages.length })}</p>
        )}
      </section>
    </>
  );
}

function Passage({ passage, recheck = false }: { passage: FoundAnnotation; recheck?: boolean }) {
  const { t } = useTranslation();
  const links = passage.links.filter((link) => link.recheck).map(({ id }) => id);
  return (
    <li className="passage">
      <button type="button" className="passage-main" onClick={() => goToArticle(passage.articleId, passage.id)}>
        <span className="passage-quote">
          <span className="passage-context">{passage.prefix.slice(-12)}</span>
          <mark>{passage.exact}</mark>
          <span className="passage-context">{passage.suffix.slice(0, 12)}</span>
        </span>
        <span className="passage-source">
          {[
            passage.outlet ?? passage.outletProvince,
            passage.publishedOn,
            passage.articleTitle ?? passage.articleOpening,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
      {recheck && (
        <IconButton small icon={Check} name={t('codebooks.confirmOne')} onPress={() => void confirmLinks(links)} />
      )}
    </li>
  );
}
