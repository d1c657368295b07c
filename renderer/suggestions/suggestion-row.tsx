import { useTranslation } from 'react-i18next';
import type { StoredSuggestion } from '#domain/contract/suggestion.ts';
import type { RelationProposal } from '#domain/reuse/propose-relation.ts';
import { useFormat } from '../app/format.ts';
import { CategoryChip } from '../codebook/category-chip.tsx';
import { useCategoryBook } from '../codebook/queries.ts';
import { useReference, useReferences } from '../references/queries.ts';

interface SuggestionRowProps {
  id: string;
  /** The key that accepts it. */
  digit: number;
  suggestion: StoredSuggestion;
  relation: RelationProposal | null;
  chosen: boolean;
  onChoose: () => void;
  onAccept: () => void;
}

/** A category that is suggested: how sure, on what evidence, and how the passage seems to take it up. */
export function SuggestionRow({ id, digit, suggestion, relation, chosen, onChoose, onAccept }: SuggestionRowProps) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const { byId } = useCategoryBook();
  const category = byId.get(suggestion.categoryId ?? '');
  return (
    // the list has the keys
    <div
      id={id}
      className="pass-row"
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      data-category-number={category?.number ?? 'none'}
      onClick={onChoose}
      onDoubleClick={onAccept}
    >
      <div className="pass-row-head">
        <kbd>{digit}</kbd>
        {category ? (
          <CategoryChip category={category} />
        ) : (
          <span className="pass-row-none">{t('suggestions.none')}</span>
        )}
        <span className="pass-row-score">{percent(suggestion.score)}</span>
      </div>
      {relation?.relation && (
        <p className="pass-row-relation">
          {t(`relation.${relation.relation}`)}
          {relation.shared > 0 &&
            ` · ${t('suggestions.shared', { percent: percent(relation.share), longest: relation.longest })}`}
        </p>
      )}
      {chosen && (
        <ul className="pass-row-evidence">
          {suggestion.evidence.map((each, index) => (
            <li key={index}>
              <Evidence evidence={each} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Evidence({ evidence }: { evidence: StoredSuggestion['evidence'][number] }) {
  const { t } = useTranslation();
  const { data: references = [] } = useReferences();
  const { data: reference } = useReference(evidence.kind === 'unit' ? evidence.referenceId : undefined);
  if (evidence.kind === 'not-found') return t('suggestions.notFound');
  const words = evidence.phrases.map(({ quote }) => `「${quote}」`).join('');
  if (evidence.kind === 'title') return t('suggestions.byTitle', { words });
  if (evidence.kind === 'link') return t(evidence.accepted ? 'suggestions.byLink' : 'suggestions.byRefusal', { words });
  const sentence = reference?.sentences.find(({ start }) => String(start) === evidence.unitId);
  const name = references.find(({ id }) => id === evidence.referenceId)?.name ?? '';
  return (
    <>
      {t('suggestions.bySentence', { words, name })}
      {sentence && <q className="pass-row-sentence">{reference?.text.slice(sentence.start, sentence.end)}</q>}
    </>
  );
}
