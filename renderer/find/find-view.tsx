import { X } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { parseQuery } from '#domain/find/parse-query.ts';
import { failureText } from '../app/failure-text.ts';
import { goToArticle, usePlace } from '../app/place.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { AnnotateBar } from './annotate-bar.tsx';
import { uncheckHits } from './checked-hits.ts';
import { FindConditions } from './find-conditions.tsx';
import { HitCounts } from './hit-counts.tsx';
import { HitTable } from './hit-table.tsx';
import { useFirstHits, useHitCounts } from './queries.ts';
import { askFind, type FindQuestion, findQuestionText, parseFindQuestion } from './question.ts';
import { OperatorHelp, SearchLine } from './search-line.tsx';

/** What is sought when the hits that are checked were checked. */
let checkedFor = '';

/** Finds strings in the whole corpus, and shows every hit in its context. */
export function FindView() {
  const { t } = useTranslation();
  const { question: text = '' } = usePlace();
  const question = useMemo(() => parseFindQuestion(text), [text]);
  const scroller = useRef<HTMLDivElement>(null);
  const asked = useMemo(() => findQuestionText({ ...question, at: null, order: 'article' }), [question]);
  // What was checked belongs to what was sought, and stays while it is read in its place or sorted otherwise.
  useEffect(() => {
    if (asked !== checkedFor) uncheckHits();
    checkedFor = asked;
  }, [asked]);
  return (
    <section className="table-view find-view" aria-label={t('find.title')}>
      <header className="table-top">
        <h1 className="table-title">{t('find.title')}</h1>
        <Summary question={question} />
        <span className="table-keys">{t('find.keys')}</span>
        <IconButton icon={X} name={t('common.close')} onPress={() => goToArticle(null)} />
      </header>
      <SearchLine key={question.query} question={question} onToHits={() => scroller.current?.focus()} />
      <FindConditions question={question} />
      <Results key={`${asked} ${question.order}`} text={text} question={question} scroller={scroller} />
    </section>
  );
}

/** How many articles and hits there are; the hits follow once they are counted. */
function Summary({ question }: { question: FindQuestion }) {
  const { t } = useTranslation();
  const { data: first } = useFirstHits(question);
  const { data: counts } = useHitCounts(question);
  if (first === undefined || first.articles === 0) return null;
  const articles = t('find.articles', { count: first.articles });
  return (
    <span className="pane-count" role="status">
      {counts === undefined
        ? articles
        : t('find.summary', { articles, hits: t('find.hitsFound', { count: counts.hits }) })}
    </span>
  );
}

interface ResultsProps {
  text: string;
  question: FindQuestion;
  scroller: RefObject<HTMLDivElement | null>;
}

function Results({ text, question, scroller }: ResultsProps) {
  const { t } = useTranslation();
  const { data: first, error } = useFirstHits(question);
  const { data: counts } = useHitCounts(question);
  if (question.query === '' || !parseQuery(question.query).ok) {
    return (
      <div className="find-begin">
        <OperatorHelp />
      </div>
    );
  }
  if (error !== null) {
    return (
      <p className="empty" role="alert">
        {failureText(error)}
      </p>
    );
  }
  if (first === undefined) return null;
  if (first.articles === 0) {
    return (
      <div className="empty" role="status">
        <p className="empty-words">{t('find.nothing')}</p>
        <p>{t('find.nothingHint')}</p>
        {Object.keys(question.filter).length > 0 && (
          <Button className="button" onPress={() => askFind({ ...question, filter: {}, at: null })}>
            {t('find.clear')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <>
      {!first.sorted && <p className="find-unsorted">{t('find.unsorted')}</p>}
      <div className="find-results">
        <HitTable
          text={text}
          question={question}
          count={counts?.hits ?? first.hits.length}
          counted={counts !== undefined}
          scroller={scroller}
        />
        <HitCounts question={question} />
      </div>
      <AnnotateBar />
    </>
  );
}
