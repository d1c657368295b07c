import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArticleRow } from '#domain/contract/article.ts';
import { findEvidence } from './field-evidence.ts';
import type { MetadataName } from './fields.ts';
import { openMetadata } from './metadata-state.ts';
import { useEvidence } from './queries.ts';

/** Quotes that a tooltip names. */
const mostQuotes = 5;

interface ConcludedValueProps {
  row: ArticleRow;
  name: MetadataName;
  /** The value as it is shown. */
  text: string;
}

/** A value that was concluded and that nobody has confirmed: it says from what, and leads to where it can be checked. */
export function ConcludedValue({ row, name, text }: ConcludedValueProps) {
  const { t } = useTranslation();
  const { standing } = findEvidence(row, name, useEvidence(row.id));
  const quotes = [...new Set(standing.flatMap(({ from, quote }) => (from === 'text' ? quote : [])))];
  const elsewhere = standing.flatMap(({ from }) => (from === 'text' ? [] : from))[0];
  const shown = quotes
    .slice(0, mostQuotes)
    .map((quote) => t('metadata.evidence.quote', { quote }))
    .join('');
  const why =
    quotes.length > 0
      ? t('metadata.concludedFrom', { quotes: quotes.length > mostQuotes ? `${shown}…` : shown })
      : t(`metadata.concludedElsewhere.${elsewhere ?? 'unknown'}`);
  return (
    <TooltipTrigger delay={300} closeDelay={0}>
      <Button className="concluded" onPress={() => openMetadata(row.id, name)}>
        {text}
        <span className="visually-hidden"> {why}</span>
      </Button>
      <Tooltip className="tooltip" offset={4}>
        {why}
      </Tooltip>
    </TooltipTrigger>
  );
}
