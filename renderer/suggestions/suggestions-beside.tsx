import { ChevronLeft, ChevronRight, Snowflake } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import type { ArticleText } from '#domain/contract/article.ts';
import { useCreateAnnotation } from '../annotations/mutations.ts';
import { useAnnotations } from '../annotations/queries.ts';
import { alertFailure, failureText } from '../app/failure-text.ts';
import { useFormat } from '../app/format.ts';
import { save } from '../app/saves.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';
import { askedPlace } from '../reading/beside.ts';
import { useArticle } from '../reading/queries.ts';
import { currentReader, markSpans } from '../reading/reader-handle.ts';
import { useRelationProposals } from '../references/relation-proposals.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { isComposing } from '../widgets/keys.ts';
import { type Found, nextToDecide, useSuggestions } from './pass.ts';
import { SuggestionRow } from './suggestion-row.tsx';
import './suggestions.css';

/** Beside the text: the categories that each sentence most likely belongs to, decided one by one from the keyboard. */
export function SuggestionsBeside({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const { data: article } = useArticle(articleId);
  const { data: found, error } = useSuggestions(article);
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {failureText(error)}
      </p>
    );
  if (article === undefined || found === undefined) return <p className="empty">{t('suggestions.finding')}</p>;
  return <Pass key={found.revisionId} article={article} found={found} />;
}

/** What is less likely is not worth a line. */
const leastShown = 0.01;

/** Which asking was answered last. */
let heard = 0;

function Pass({ article, found }: { article: ArticleText; found: Found }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const annotations = useAnnotations(article.id);
  const propose = useRelationProposals(article);
  const asked = askedPlace.use();
  const list = useRef<HTMLDivElement>(null);
  const { sentences } = found;
  const [at, setAt] = useState(-1);
  const [chosen, setChosen] = useState(0);
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const create = useCreateAnnotation((_input, thrown) => alertFailure(thrown));
  const sentence = sentences[at];
  const offered = (sentence?.suggestions ?? []).filter(
    ({ categoryId, score, rank }) =>
      !refused.has(`${sentence?.start} ${categoryId}`) && (rank === 1 || categoryId === null || score >= leastShown),
  );
  const left = sentences.filter((_, place) => nextToDecide(sentences, annotations, place, 1) === place).length;

  const go = (from: number, step: 1 | -1) => {
    const next = nextToDecide(sentences, annotations, from, step);
    if (next < 0) return;
    setAt(next);
    setChosen(0);
  };
  // It begins at the sentence of the caret, or at the first behind it that waits.
  const begin = useRef(go);
  useLayoutEffect(() => {
    begin.current = go;
  });
  useEffect(() => {
    const from = sentences.findIndex(({ end }) => end > asked.at);
    begin.current(from < 0 ? 0 : from, 1);
  }, [asked, sentences]);
  // Asked for by the key, it has the focus once there is something to decide.
  const answer = useCallback((element: HTMLDivElement | null) => {
    list.current = element;
    const { count } = askedPlace.get();
    if (count === heard || element === null) return;
    heard = count;
    element.focus();
  }, []);
  useEffect(() => {
    if (asked.count !== heard) answer(list.current);
  }, [asked, answer]);
  useEffect(() => {
    if (sentence === undefined) return undefined;
    markSpans([sentence]);
    currentReader()?.reveal(sentence);
    return () => markSpans([]);
  }, [sentence]);

  const relationFor = (categoryId: string) => (sentence === undefined ? null : propose(sentence, categoryId));
  const accept = (index: number) => {
    const suggestion = offered[index];
    if (sentence === undefined || suggestion === undefined) return;
    const { categoryId, rank, score } = suggestion;
    if (categoryId !== null)
      create({
        id: uuidv7(),
        articleId: article.id,
        revisionId: article.revisionId,
        span: { start: sentence.start, end: sentence.end },
        exact: article.text.slice(sentence.start, sentence.end),
        links: [
          {
            id: uuidv7(),
            categoryId,
            relation: relationFor(categoryId)?.relation ?? null,
            suggestion: { rank, score, method: found.method },
          },
        ],
      });
    go(at + 1, 1);
  };
  const refuse = () => {
    const categoryId = offered[chosen]?.categoryId ?? null;
    if (sentence === undefined || categoryId === null) return;
    setRefused((now) => new Set(now).add(`${sentence.start} ${categoryId}`));
    setChosen(Math.max(0, Math.min(chosen, offered.length - 2)));
    const exact = article.text.slice(sentence.start, sentence.end);
    const { method } = found;
    save('suggestion.refuse', { id: uuidv7(), articleId: article.id, exact, categoryId, method }).catch(alertFailure);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = Number(event.key);
    if (event.key === 'ArrowDown') setChosen(Math.min(offered.length - 1, chosen + 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(0, chosen - 1));
    else if (event.key === 'Enter') accept(chosen);
    else if (digit >= 1 && digit <= offered.length) accept(digit - 1);
    else if (event.key === 'Delete' || event.key === 'Backspace') refuse();
    else if (event.key === 'ArrowRight' || event.key === 'n') go(at + 1, 1);
    else if (event.key === 'ArrowLeft' || event.key === 'p') go(at - 1, -1);
    else if (event.key === 'Escape') currentReader()?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className="pass" aria-label={t('suggestions.title')}>
      <header className="pass-head">
        <IconButton small icon={ChevronLeft} name={t('suggestions.previous')} onPress={() => go(at - 1, -1)} />
        <span className="pass-left">{t('suggestions.left', { count: left, shown: number(left) })}</span>
        <IconButton small icon={ChevronRight} name={t('suggestions.next')} onPress={() => go(at + 1, 1)} />
        <Learning />
      </header>
      {found.basis !== 'reference' && <p className="pass-basis">{t(`suggestions.basis.${found.basis}`)}</p>}
      {sentence === undefined ? (
        <p className="empty">{t('suggestions.nothingLeft')}</p>
      ) : (
        <>
          <div
            ref={answer}
            className="pass-list"
            role="listbox"
            tabIndex={0}
            aria-label={t('suggestions.of', { quote: article.text.slice(sentence.start, sentence.end).slice(0, 40) })}
            aria-activedescendant={`suggestion-${chosen}`}
            onKeyDown={onKeyDown}
          >
            {offered.map((suggestion, index) => (
              <SuggestionRow
                key={suggestion.categoryId ?? 'none'}
                id={`suggestion-${index}`}
                digit={index + 1}
                suggestion={suggestion}
                relation={suggestion.categoryId === null ? null : relationFor(suggestion.categoryId)}
                chosen={index === chosen}
                onChoose={() => setChosen(index)}
                onAccept={() => accept(index)}
              />
            ))}
          </div>
          <footer className="pass-foot">
            <Button className="button button-small" onPress={() => accept(chosen)}>
              {t(offered[chosen]?.categoryId == null ? 'suggestions.pass' : 'suggestions.accept')}
            </Button>
            <Button
              className="button button-quiet button-small"
              isDisabled={offered[chosen]?.categoryId == null}
              onPress={refuse}
            >
              {t('suggestions.refuse')}
            </Button>
            <span className="pass-keys">{t('suggestions.keys')}</span>
          </footer>
        </>
      )}
    </section>
  );
}

/** Whether what they have learnt is frozen, for a round of coding. */
function Learning() {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { data } = useQuery({ queryKey: keys.learning, queryFn: () => send('suggestion.learning', {}) });
  if (data === undefined) return null;
  const frozen = data.until !== null;
  return (
    <IconButton
      small
      icon={Snowflake}
      name={data.until === null ? t('suggestions.freeze') : t('suggestions.frozen', { at: moment(data.until) })}
      aria-pressed={frozen}
      onPress={() => void save('suggestion.freeze', { frozen: !frozen }).catch(alertFailure)}
    />
  );
}
