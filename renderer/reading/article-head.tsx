import { memo } from 'react';
import { ChartNoAxesGantt, FileClock, FileDown, PencilLine, Pilcrow, TextCursorInput } from 'lucide-react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { BUILTIN_CODEBOOK_ID } from '#domain/codebook/builtin-codebook.ts';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import { openDialog, reportArticles } from '../app/dialogs.ts';
import { useFormat } from '../app/format.ts';
import { currentLanguage } from '../app/language.ts';
import { useKeyText } from '../commands/keymap.ts';
import { codingStates } from '../library/article-filter.ts';
import { CodingGlyph } from '../library/coding-glyph.tsx';
import { useSetCodingState } from '../library/mutations.ts';
import { ConcludedValue } from '../metadata/concluded-value.tsx';
import { fieldLabel } from '../metadata/evidence-line.tsx';
import { valuesOf } from '../metadata/field-evidence.ts';
import type { MetadataName } from '../metadata/fields.ts';
import { openMetadata } from '../metadata/metadata-state.ts';
import { shownName } from '#domain/metadata/shown-names.ts';
import { openReview } from '../repairs/open-review.ts';
import { setPreferences } from '../session/mutations.ts';
import { useSession } from '../session/queries.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { Segmented } from '../widgets/segmented.tsx';
import { ArticleCategories } from './article-categories.tsx';
import { DimMenu } from './dim-menu.tsx';
import { rolesShown, toggleRoles } from './role-display.ts';

/** UTF-16 units beyond which a title is set smaller. */
const longTitle = 32;
/** Fields that are named even when nothing is known of them, and those that are only when something is. */
const always: readonly MetadataName[] = ['outlet', 'outletProvince', 'publishedOn', 'places', 'reporters'];
const known: readonly MetadataName[] = ['editor', 'source', 'genre'];

interface ArticleHeadProps {
  row: ArticleRow;
  lang: string;
  annotations: readonly Annotation[];
  onCorrect: () => void;
}

/** Title and metadata above the text; what is unknown is said to be so, quietly, and so is what was only concluded. */
export const ArticleHead = memo(function ArticleHead({ row, lang, annotations, onCorrect }: ArticleHeadProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const withRoles = rolesShown.use();
  const withStripes = useSession().preferences.stripes ?? true;
  return (
    <header className="article-head">
      <h1
        className="article-title"
        lang={lang}
        data-unknown={row.title === null || undefined}
        data-long={(row.title?.length ?? 0) > longTitle || undefined}
      >
        {row.title === null ? t('metadata.noTitle') : <Value row={row} name="title" text={row.title} />}
      </h1>
      <dl className="facts">
        {always.map((name) => (
          <Fact key={name} row={row} name={name} />
        ))}
        {known.map((name) => row[name] !== null && <Fact key={name} row={row} name={name} />)}
      </dl>
      <ArticleCategories articleId={row.id} />
      {row.exclusion !== null && (
        <p className="article-left-out">
          {t('exclusion.isLeftOut', { reason: t(`exclusion.reasons.${row.exclusion.reason}`) })}
          {row.exclusion.note !== '' && <span> {row.exclusion.note}</span>}
        </p>
      )}
      <div className="article-tools">
        <span className="article-state">
          <CodingStatus row={row} />
          <span className="article-length">{t('metadata.length', { count: row.length })}</span>
          <Repairs row={row} />
        </span>
        <span className="article-actions">
          <DimMenu annotations={annotations} />
          <IconButton
            icon={ChartNoAxesGantt}
            name={t(withStripes ? 'stripes.hide' : 'stripes.show')}
            aria-pressed={withStripes}
            onPress={() => void setPreferences({ stripes: !withStripes })}
          />
          <IconButton
            icon={Pilcrow}
            name={t(withRoles ? 'roles.hide' : 'roles.show')}
            keys={keyText('toggleRoles')}
            aria-pressed={withRoles}
            onPress={toggleRoles}
          />
          <IconButton
            icon={TextCursorInput}
            name={t('correction.begin')}
            keys={keyText('correctText')}
            onPress={onCorrect}
          />
          <IconButton
            icon={FileClock}
            name={t('correction.revisions')}
            onPress={() => openDialog({ kind: 'revisions', articleId: row.id })}
          />
          <IconButton
            icon={PencilLine}
            name={t('metadata.edit')}
            keys={keyText('articleMetadata')}
            onPress={() => openMetadata(row.id)}
          />
          <IconButton
            icon={FileDown}
            name={t('library.exportReport')}
            keys={keyText('exportReport')}
            onPress={() => reportArticles([row.id])}
          />
        </span>
        {withRoles && <p className="article-help">{t('roles.helpLine', { key: keyText('chooseRole') })}</p>}
      </div>
    </header>
  );
});

function Fact({ row, name }: { row: ArticleRow; name: MetadataName }) {
  const { t } = useTranslation();
  const values = valuesOf(row, name).map((value) => shownName(name, value, currentLanguage()));
  return (
    <div className="fact">
      <dt>{t(`metadata.${fieldLabel(name)}`)}</dt>
      <dd data-unknown={values.length === 0 || undefined}>
        {values.length === 0 ? (
          t('common.unknown')
        ) : (
          <Value row={row} name={name} text={values.join(t('common.listSeparator'))} />
        )}
      </dd>
    </div>
  );
}

function Value({ row, name, text }: { row: ArticleRow; name: MetadataName; text: string }) {
  return row.unconfirmed.includes(name) ? <ConcludedValue row={row} name={name} text={text} /> : text;
}

/** What was repaired in the text and what waits; nothing where nothing was found. */
function Repairs({ row: { repairs, flags } }: { row: ArticleRow }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const keyText = useKeyText();
  const facts = [
    ...(repairs.applied > 0 ? [t('repairs.summary', { applied: number(repairs.applied) })] : []),
    ...(repairs.open > 0 ? [t('repairs.summaryOpen', { open: number(repairs.open) })] : []),
    ...(flags > 0 ? [t('repairs.summaryFlags', { flags: number(flags) })] : []),
  ];
  if (facts.length === 0) return null;
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button className="text-button article-repairs" onPress={openReview}>
        {facts.join(' · ')}
      </Button>
      <Tooltip className="tooltip" offset={4}>
        {t('repairs.open')}
        <kbd>{keyText('reviewRepairs')}</kbd>
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
