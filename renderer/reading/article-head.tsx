import { FileDown, PencilLine } from 'lucide-react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { BUILTIN_CODEBOOK_ID } from '#domain/codebook/builtin-codebook.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import { openDialog } from '../app/dialogs.ts';
import { useFormat } from '../app/format.ts';
import { goToRepairs } from '../app/place.ts';
import { codingStates } from '../library/article-filter.ts';
import { CodingGlyph } from '../library/coding-glyph.tsx';
import { useSetCodingState } from '../library/mutations.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { Segmented } from '../widgets/segmented.tsx';

/** UTF-16 units beyond which a title is set smaller. */
const longTitle = 32;

/** Title and metadata above the text; what is unknown is said to be so, quietly. */
export function ArticleHead({ row, lang }: { row: ArticleRow; lang: string }) {
  const { t } = useTranslation();
  const edit = () => openDialog({ kind: 'metadata', articleId: row.id });
  return (
    <header className="article-head">
      <h1
        className="article-title"
        lang={lang}
        data-unknown={row.title === null || undefined}
        data-long={(row.title?.length ?? 0) > longTitle || undefined}
      >
        {row.title ?? t('metadata.noTitle')}
      </h1>
      <dl className="facts">
        <Fact label={t('metadata.outlet')} value={row.outlet} />
        <Fact label={t('metadata.outletProvince')} value={row.outletProvince} />
        <Fact label={t('metadata.publishedOn')} value={row.publishedOn} />
        <Fact label={t('metadata.places')} value={row.places.join(t('common.listSeparator')) || null} />
        <Fact label={t('metadata.reporters')} value={row.reporters.join(t('common.listSeparator')) || null} />
        {row.editor && <Fact label={t('metadata.editor')} value={row.editor} />}
        {row.source && <Fact label={t('metadata.source')} value={row.source} />}
        {row.genre && <Fact label={t('metadata.genre')} value={row.genre} />}
      </dl>
      {row.exclusion !== null && (
        <p className="article-left-out">
          {t('exclusion.isLeftOut', { reason: t(`exclusion.reasons.${row.exclusion.reason}`) })}
          {row.exclusion.note !== '' && <span> {row.exclusion.note}</span>}
        </p>
      )}
      <div className="article-tools">
        <CodingStatus row={row} />
        <span className="article-length">{t('metadata.length', { count: row.length })}</span>
        <Repairs row={row} />
        <span className="article-actions">
          <IconButton icon={PencilLine} name={t('metadata.edit')} onPress={edit} />
          <IconButton
            icon={FileDown}
            name={t('library.exportReport')}
            onPress={() => openDialog({ kind: 'report', articleId: row.id })}
          />
        </span>
      </div>
    </header>
  );
}

function Fact({ label, value }: { label: string; value: string | null }) {
  const { t } = useTranslation();
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd data-unknown={value === null || undefined}>{value ?? t('common.unknown')}</dd>
    </div>
  );
}

/** What was repaired in the text and what waits; nothing where nothing was found. */
function Repairs({ row: { id, repairs, flags } }: { row: ArticleRow }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const facts = [
    ...(repairs.applied > 0 ? [t('repairs.summary', { applied: number(repairs.applied) })] : []),
    ...(repairs.open > 0 ? [t('repairs.summaryOpen', { open: number(repairs.open) })] : []),
    ...(flags > 0 ? [t('repairs.summaryFlags', { flags: number(flags) })] : []),
  ];
  if (facts.length === 0) return null;
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button className="text-button article-repairs" onPress={() => goToRepairs(id)}>
        {facts.join(' · ')}
      </Button>
      <Tooltip className="tooltip" offset={4}>
        {t('repairs.open')}
      </Tooltip>
    </TooltipTrigger>
  );
}

function CodingStatus({ row }: { row: ArticleRow }) {
  const { t } = useTranslation();
  const set = useSetCodingState();
  return (
    <Segmented
      labelHidden
      label={t('coding.label')}
      choices={codingStates.map((state) => ({
        value: state,
        label: t(`coding.${state}`),
        icon: <CodingGlyph state={state} />,
      }))}
      value={row.codingState}
      onChange={(state) => set.mutate({ articleId: row.id, codebookId: BUILTIN_CODEBOOK_ID, state })}
    />
  );
}
