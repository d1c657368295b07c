import { useEffect } from 'react';
import { BUILTIN_CODEBOOK_ID } from '#domain/codebook/builtin-codebook.ts';
import { commandIds, type CommandId } from '#domain/commands/command-list.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { MenuCommand } from '#domain/contract/event.ts';
import type { CodingState } from '#domain/contract/values.ts';
import { listen } from '../bridge/send.ts';
import { openComparison } from '../compare/show-comparison.ts';
import { useCommandKeys } from '../commands/command-keys.ts';
import { appliesNow, type Handler, runCommand, useHandlers } from '../commands/handlers.ts';
import { openFind } from '../find/question.ts';
import { redo, undo } from '../history/mutations.ts';
import { importByDialog, importSample, loadSample, removeSample } from '../imports/import-articles.ts';
import { chooseFiles } from '../imports/import-menu.tsx';
import { useRemoveArticle, useSetCodingState, useSetExclusion } from '../library/mutations.ts';
import { listedArticles } from '../library/article-filter.ts';
import { findArticleRow } from '../library/queries.ts';
import { openMetadata } from '../metadata/metadata-state.ts';
import { dimming, isDimming, nothingDimmed } from '../reading/dimming.ts';
import { changeTextSize } from '../reading/text-size.ts';
import { openReview } from '../repairs/open-review.ts';
import { setPreferences } from '../session/mutations.ts';
import { getSession } from '../session/queries.ts';
import { isTyping } from '../widgets/keys.ts';
import { openDialog, reportArticles } from './dialogs.ts';
import {
  getPlace,
  goToArticleAsOf,
  goToCodebook,
  goToCorpus,
  goToFindings,
  goToFormulas,
  goToHistory,
  goToMatrix,
  goToReferences,
} from './place.ts';
import { goToReference, openSuggestions } from '../reading/beside.ts';
import { isBlind } from '../session/blind.ts';
import { cyclePanes } from './panes.ts';

const ofMenu: Readonly<Record<MenuCommand, CommandId>> = {
  'new-corpus': 'otherCorpus',
  'open-corpus': 'otherCorpus',
  import: 'importFiles',
  'export-report': 'exportReport',
  'export-corpus': 'exportCorpus',
  'import-project': 'importProject',
  undo: 'undo',
  redo: 'redo',
  backups: 'backups',
  settings: 'settings',
  shortcuts: 'help',
};

interface Shell {
  leaveCorpus: () => void;
  toggleLibrary: () => void;
  toggleMargin: () => void;
}

/** In a field, undo is about what is typed there, which the browser keeps. */
function takeBack(which: 'undo' | 'redo'): void {
  if (isTyping(document.activeElement)) document.execCommand(which);
  else void (which === 'undo' ? undo() : redo());
}

function openRow(): ArticleRow | null {
  const { articleId } = getPlace();
  return articleId === null ? null : findArticleRow(articleId);
}

/** The open article; where none is, those that the library shows. */
function articlesToReport(): string[] {
  const row = openRow();
  return row === null ? [...listedArticles.get()] : [row.id];
}

/** About the open article; where none is, it does not apply. */
function onArticle(act: (row: ArticleRow) => void): Handler {
  return {
    applies: () => openRow() !== null,
    run: () => {
      const row = openRow();
      if (row !== null) act(row);
    },
  };
}

/** The steps before it can be gone through from there. */
function showAsOfNow({ id }: ArticleRow): void {
  goToArticleAsOf(id, new Date().toISOString());
}

/** Carries out the commands of the whole window, and listens to its keys and to the native menu. */
export function useCommands({ leaveCorpus, toggleLibrary, toggleMargin }: Shell): void {
  const { mutate: removeArticle } = useRemoveArticle();
  const { mutate: setExclusion } = useSetExclusion();
  const { mutate: setCodingState } = useSetCodingState();
  const setCoding = (state: CodingState) =>
    onArticle(({ id }) => setCodingState({ articleId: id, codebookId: BUILTIN_CODEBOOK_ID, state }));
  const withDialogs = () => getSession()?.dialogs ?? false;
  useHandlers({
    palette: () =>
      openDialog({ kind: 'palette', commands: commandIds.filter(appliesNow), from: document.activeElement }),
    undo: () => takeBack('undo'),
    redo: () => takeBack('redo'),
    filterArticles: () => document.querySelector<HTMLElement>('#library-filter')?.focus(),
    findInCorpus: openFind,
    nextPane: () => cyclePanes(1),
    previousPane: () => cyclePanes(-1),
    asItWas: onArticle(showAsOfNow),
    toggleStripes: () => void setPreferences({ stripes: !(getSession()?.preferences.stripes ?? true) }),
    dimNothing: { applies: () => isDimming(dimming.get()), run: () => dimming.set(nothingDimmed) },
    toggleLibrary,
    toggleMargin,
    textLarger: () => changeTextSize(1),
    textSmaller: () => changeTextSize(-1),
    reviewRepairs: {
      applies: () => getPlace().view === 'reading' && getPlace().articleId !== null,
      run: openReview,
    },
    articleMetadata: onArticle(({ id }) => openMetadata(id)),
    textRevisions: onArticle(({ id }) => openDialog({ kind: 'revisions', articleId: id })),
    exportReport: {
      applies: () => articlesToReport().length > 0,
      run: () => reportArticles(articlesToReport()),
    },
    codingNotBegun: setCoding('not-begun'),
    codingInProgress: setCoding('in-progress'),
    codingComplete: setCoding('complete'),
    leaveOut: onArticle((row) => {
      if (row.exclusion === null) openDialog({ kind: 'exclusion', articleId: row.id });
      else setExclusion({ row, exclusion: null });
    }),
    removeArticle: onArticle((row) => removeArticle(row)),
    importFiles: () => chooseFiles(withDialogs()),
    importFolder: { applies: withDialogs, run: () => void importByDialog('import-folder') },
    pasteText: () => openDialog({ kind: 'paste' }),
    importSample: () => void importSample(),
    loadSample: () => void loadSample(),
    removeSample: () => void removeSample(),
    compare: openComparison,
    openFindings: () => goToFindings(),
    openMatrix: () => goToMatrix(),
    corpusOverview: goToCorpus,
    openCodebooks: goToCodebook,
    openHistory: goToHistory,
    openReferences: () => goToReferences(),
    openFormulas: () => goToFormulas(),
    toggleReuse: {
      applies: () => !isBlind(),
      run: () => void setPreferences({ reuse: !(getSession()?.preferences.reuse ?? true) }),
    },
    toggleBlind: () => void setPreferences({ blind: !isBlind() }),
    toReference: { applies: () => openRow() !== null && !isBlind(), run: goToReference },
    suggestions: { applies: () => openRow() !== null && !isBlind(), run: openSuggestions },
    pinQuick: () => openDialog({ kind: 'quick' }),
    exportCorpus: () => openDialog({ kind: 'exchange', side: 'out' }),
    importProject: () => openDialog({ kind: 'exchange', side: 'in' }),
    backups: () => openDialog({ kind: 'backups' }),
    otherCorpus: leaveCorpus,
    themeSystem: () => void setPreferences({ theme: 'system' }),
    themeLight: () => void setPreferences({ theme: 'light' }),
    themeDark: () => void setPreferences({ theme: 'dark' }),
    languageHant: () => void setPreferences({ language: 'zh-Hant' }),
    languageHans: () => void setPreferences({ language: 'zh-Hans' }),
    languageEn: () => void setPreferences({ language: 'en' }),
    settings: () => openDialog({ kind: 'settings' }),
    help: () => openDialog({ kind: 'help' }),
  });
  useCommandKeys();
  useEffect(
    () =>
      listen((event) => {
        if (event.event === 'menu.chosen') runCommand(ofMenu[event.command]);
      }),
    [],
  );
}
