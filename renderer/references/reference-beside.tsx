import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArticleText } from '#domain/contract/article.ts';
import type { ReferenceText } from '#domain/contract/reference.ts';
import type { StoredReuseRun } from '#domain/contract/reuse.ts';
import { type Span, spansOverlap } from '#domain/text/span.ts';
import { useFormat } from '../app/format.ts';
import { goToReferences } from '../app/place.ts';
import { CategoryChip } from '../codebook/category-chip.tsx';
import { useCategoryBook } from '../codebook/queries.ts';
import { askedPlace } from '../reading/beside.ts';
import { currentReader } from '../reading/reader-handle.ts';
import { useArticle } from '../reading/queries.ts';
import { setPreferences } from '../session/mutations.ts';
import { useSession } from '../session/queries.ts';
import { referenceLanguage } from './languages.ts';
import { LinkHere } from './link-here.tsx';
import { leastCommon, useReference, useReferences, useReuse } from './queries.ts';
import { whoseWordsIn } from './relation-proposals.ts';
import { ReferenceBody } from './reference-body.tsx';
import './references.css';

/** Beside the text: the reference, with what this article takes up of it; from a sentence to its passage and back. */
export function ReferenceBeside({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const { data: references } = useReferences();
  const { data: article } = useArticle(articleId);
  const runs = useReuse(articleId, true);
  const asked = askedPlace.use();
  const [chosen, setChosen] = useState<{ after: number; id: string } | null>(null);
  const wanted = chosen?.after === asked.count ? chosen.id : (asked.reference?.id ?? chosen?.id);
  const shown = references?.find(({ id }) => id === wanted) ?? references?.[0];
  const { data: reference } = useReference(shown?.id);
  const own = useMemo(() => runs?.filter(({ referenceId }) => referenceId === shown?.id) ?? null, [runs, shown?.id]);
  if (references?.length === 0)
    return (
      <div className="empty">
        <p className="empty-words">{t('references.none')}</p>
        <p>{t('references.noneHint')}</p>
        <Button className="button" onPress={() => goToReferences()}>
          {t('references.open')}
        </Button>
      </div>
    );
  if (reference === undefined || article === undefined || references === undefined) return null;
  return (
    <section className="reference-beside" aria-label={t('references.beside')}>
      <div className="reference-choices">
        {references.length > 1 && (
          <select
            className="input"
            aria-label={t('references.which')}
            value={reference.id}
            onChange={(event) => setChosen({ after: asked.count, id: event.target.value })}
          >
            {references.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        <LeastCommon />
      </div>
      {own === null ? (
        <p className="empty">{t('references.comparing')}</p>
      ) : (
        <Compared key={`${articleId} ${reference.id}`} article={article} reference={reference} runs={own} />
      )}
    </section>
  );
}

const lengths = [8, 12, 16, 24, 40];

/** How long a passage in common has to be to count. */
function LeastCommon() {
  const { t } = useTranslation();
  const { preferences } = useSession();
  return (
    <select
      className="input"
      aria-label={t('references.least')}
      value={preferences.reuseLeast ?? leastCommon}
      onChange={(event) => void setPreferences({ reuseLeast: Number(event.target.value) })}
    >
      {lengths.map((length) => (
        <option key={length} value={length}>
          {t('references.atLeast', { count: length })}
        </option>
      ))}
    </select>
  );
}

interface ComparedProps {
  article: ArticleText;
  reference: ReferenceText;
  runs: readonly StoredReuseRun[];
}

function Compared({ article, reference, runs }: ComparedProps) {
  const { t } = useTranslation();
  const asked = askedPlace.use();
  const [picked, setPicked] = useState<{ after: number; at: number } | null>(null);
  const lang = useMemo(() => referenceLanguage(reference.text), [reference.text]);
  const marks = useMemo(
    () => runs.flatMap(({ pieces }) => pieces.map((piece) => piece.reference)).toSorted((a, b) => a.start - b.start),
    [runs],
  );
  const place = asked.reference?.id === reference.id ? asked.reference.at : null;
  // The passage at the caret leads to the sentence it takes up most of, until she picks one herself.
  const unit = asked.count === 0 ? undefined : runAt(article.text, runs, asked.at)?.units[0];
  const wanted = picked?.after === asked.count ? picked.at : (place ?? (unit === undefined ? null : Number(unit.id)));
  const sentence = wanted === null ? null : (reference.sentences.find(({ end }) => end > wanted) ?? null);
  const at = sentence?.start ?? null;
  const here = sentence === null ? [] : runs.filter((run) => spansOverlap(run.reference, sentence));
  return (
    <>
      {runs.length > 0 && at === null && asked.count > 0 && <p className="empty">{t('references.notAtCaret')}</p>}
      {runs.length === 0 && <p className="empty">{t('references.nothingShared')}</p>}
      {sentence !== null && (
        <div className="taken-here" role="region" aria-label={t('references.here')}>
          <LinkHere articleId={article.id} reference={reference} sentence={sentence} />
          {here.length === 0 && <p className="taken-up-count">{t('references.notHere')}</p>}
          {here.map((run) => (
            <RunCard key={run.article.start} run={run} article={article} reference={reference} lang={lang} />
          ))}
        </div>
      )}
      <div className="reference-scroll">
        <ReferenceBody
          reference={reference}
          lang={lang}
          marks={marks}
          active={at}
          onSentence={(next) => {
            setPicked({ after: asked.count, at: next.start });
            const run = runs.find((each) => spansOverlap(each.reference, next));
            if (run !== undefined) currentReader()?.reveal(run.article, { flash: true });
          }}
        />
      </div>
    </>
  );
}

/** The run at a place, else the nearest in the same paragraph; of several, the one with most in common. */
function runAt(text: string, runs: readonly StoredReuseRun[], at: number): StoredReuseRun | undefined {
  const away = ({ article: { start, end } }: StoredReuseRun) => Math.max(start - at, at - end, 0);
  return runs
    .filter(({ article: { start, end } }) => !text.slice(Math.min(at, end), Math.max(at, start)).includes('\n'))
    .toSorted((one, other) => away(one) - away(other) || other.weight - one.weight)[0];
}

interface RunCardProps extends Omit<ComparedProps, 'runs'> {
  run: StoredReuseRun;
  lang: string;
}

/** One passage against the reference: what was put in, what was left out, and how much is shared. */
function RunCard({ run, article, reference, lang }: RunCardProps) {
  const { t } = useTranslation();
  const { percent, number } = useFormat();
  const { byId } = useCategoryBook();
  const category = byId.get(run.units[0]?.categoryId ?? '');
  const words = whoseWordsIn(article)(run.article);
  return (
    <div className="run-card">
      {category && <CategoryChip category={category} />}
      <button
        type="button"
        className="run-passage"
        onClick={() => currentReader()?.reveal(run.article, { flash: true })}
      >
        <Words text={article.text} span={run.article} apart={run.inserted} as="ins" />
      </button>
      {run.kind === 'near' && (
        <p className="run-reference" lang={lang}>
          <Words text={reference.text} span={run.reference} apart={run.omitted} as="del" />
        </p>
      )}
      <p className="taken-up-count">
        {words !== 'own' && `${t(`references.words.${words}`)} · `}
        {t(run.kind === 'exact' ? 'references.exact' : 'references.near')} · {percent(run.share)} ·{' '}
        {t('references.characters', { count: run.length, shown: number(run.length) })}
        {run.alsoIn.length > 0 && ` · ${t('references.alsoIn', { count: run.alsoIn.length })}`}
      </p>
    </div>
  );
}

interface WordsProps {
  text: string;
  span: Span;
  /** What only one of the two has; sorted and disjoint. */
  apart: readonly Span[];
  as: 'ins' | 'del';
}

function Words({ text, span, apart, as: Apart }: WordsProps) {
  const parts = [];
  let reached = span.start;
  for (const { start, end } of apart) {
    if (start < reached || end > span.end) continue;
    parts.push(text.slice(reached, start), <Apart key={start}>{text.slice(start, end)}</Apart>);
    reached = end;
  }
  return (
    <>
      {parts}
      {text.slice(reached, span.end)}
    </>
  );
}
