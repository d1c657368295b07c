import { Check, Undo2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArticleRow, ProposedField } from '#domain/contract/article.ts';
import { currentLanguage } from '../app/language.ts';
import { revealSpan } from '../reading/reader-handle.ts';
import { type FieldEvidence, type ProposedPart, withPart } from './field-evidence.ts';
import { isListName, type MetadataName } from './fields.ts';
import { useUpdateMetadata } from './mutations.ts';
import { shownName } from '#domain/metadata/shown-names.ts';

interface EvidenceLineProps {
  id: string;
  row: ArticleRow;
  name: MetadataName;
  evidence: FieldEvidence;
  /** What was proposed for the field. */
  proposed: ProposedField | null;
}

/** Beneath a field: the words that say so, or what else the value comes from, and what can be done about it. */
export function EvidenceLine({ id, row, name, evidence, proposed }: EvidenceLineProps) {
  const { t } = useTranslation();
  const { mutate: update } = useUpdateMetadata();
  const unconfirmed = row.unconfirmed.includes(name);
  return (
    <div className="evidence">
      <div id={id} className="evidence-words">
        {unconfirmed && <span className="visually-hidden">{t('metadata.unconfirmed')}</span>}
        <Sources row={row} name={name} evidence={evidence} />
        <ByHand name={name} evidence={evidence} />
      </div>
      {unconfirmed && (
        <Button
          className="evidence-confirm"
          aria-label={t('metadata.confirmField', { field: t(`metadata.${fieldLabel(name)}`) })}
          onPress={() => update({ articleId: row.id, metadata: {}, confirm: [name] })}
        >
          <Check size={13} strokeWidth={1.8} aria-hidden />
          {t('metadata.confirm')}
        </Button>
      )}
      {proposed && evidence.offered.length > 0 && (
        <Offered
          name={name}
          parts={evidence.offered}
          onTake={(part) => update({ articleId: row.id, metadata: withPart(row, proposed, part) })}
        />
      )}
    </div>
  );
}

/** The key of a field's label in the catalogue. */
export function fieldLabel(name: MetadataName) {
  return name === 'title' ? 'articleTitle' : name;
}

const sources = ['text', 'file-name', 'html', 'declared'] as const;

function Sources({ row, name, evidence }: { row: ArticleRow; name: MetadataName; evidence: FieldEvidence }) {
  const { t } = useTranslation();
  const { standing, concluded } = evidence;
  if (name === 'script') {
    return standing.length > 0 ? <span>{t('metadata.evidence.wholeText')}</span> : null;
  }
  const confirmed = concluded && !row.unconfirmed.includes(name);
  return (
    <>
      {sources.map((from) => {
        const parts = standing.filter((part) => part.from === from);
        if (parts.length === 0) return null;
        return (
          <span key={from} className="evidence-source">
            {t(`metadata.evidence.${concluded ? 'concluded' : 'stated'}.${from}`)}
            {from === 'text' && (tellsMore(name, parts) ? <Quotes parts={parts} /> : t('metadata.evidence.named'))}
            {from === 'file-name' && <span className="evidence-plain">{row.fileName}</span>}
          </span>
        );
      })}
      {confirmed && standing.length > 0 && <span>{t('metadata.evidence.confirmed')}</span>}
    </>
  );
}

/** Names that the text has letter for letter need not be said twice: each is shown in the text by its token. */
function tellsMore(name: MetadataName, parts: readonly ProposedPart[]): boolean {
  return !isListName(name) || parts.some(({ quote, value, at }) => quote !== value || at === null);
}

/** Quotes that are shown beneath a field. */
const mostQuotes = 12;

function Quotes({ parts }: { parts: readonly ProposedPart[] }) {
  const { t } = useTranslation();
  const distinct = parts.filter(
    ({ quote, at }, index) => parts.findIndex((each) => each.quote === quote && each.at?.start === at?.start) === index,
  );
  return (
    <>
      {distinct.slice(0, mostQuotes).map((part) => (
        <Quote key={`${part.value} ${part.at?.start}`} part={part} />
      ))}
      {distinct.length > mostQuotes && (
        <span>{t('metadata.evidence.more', { count: distinct.length - mostQuotes })}</span>
      )}
    </>
  );
}

function Quote({ part: { quote, at } }: { part: ProposedPart }) {
  const { t } = useTranslation();
  const words = t('metadata.evidence.quote', { quote });
  if (at === null) {
    return (
      <span className="evidence-plain" title={t('metadata.evidence.gone')}>
        {words}
        <span className="visually-hidden">{t('metadata.evidence.gone')}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      className="evidence-quote"
      aria-label={t('metadata.evidence.show', { quote })}
      onClick={() => revealSpan(at)}
    >
      {words}
    </button>
  );
}

function ByHand({ name, evidence: { byHand, standing } }: { name: MetadataName; evidence: FieldEvidence }) {
  const { t } = useTranslation();
  if (byHand.length === 0) return null;
  if (standing.length === 0) return <span>{t('metadata.evidence.byHand')}</span>;
  const items = byHand.map((each) => shownName(name, each, currentLanguage())).join(t('common.listSeparator'));
  return <span>{t('metadata.evidence.addedByHand', { items })}</span>;
}

interface OfferedProps {
  name: MetadataName;
  parts: readonly ProposedPart[];
  onTake: (part: ProposedPart) => void;
}

/** What was proposed and is not the value, or not in it. */
function Offered({ name, parts, onTake }: OfferedProps) {
  const { t } = useTranslation();
  return (
    <div className="evidence-offered">
      <span>{t('metadata.evidence.proposed')}</span>
      {parts.map((part) => {
        const value = name === 'script' ? t(`metadata.scripts.${part.value as 'hant'}`) : part.value;
        const shown = shownName(name, value, currentLanguage());
        return (
          <span key={part.value} className="evidence-offer">
            <Button
              className="evidence-take"
              aria-label={t('metadata.evidence.take', { value: shown })}
              onPress={() => onTake(part)}
            >
              <Undo2 size={12} strokeWidth={1.8} aria-hidden />
              <span className="evidence-value">{shown}</span>
            </Button>
            {part.at !== null && part.quote !== part.value && name !== 'script' && <Quote part={part} />}
          </span>
        );
      })}
    </div>
  );
}
