import { memo, useCallback, useEffect, useState } from 'react';
import { Group, type Layout, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import { useTranslation } from 'react-i18next';
import { AnnotationsPane } from '../annotations/annotations-pane.tsx';
import { wantedDetail } from '../annotations/detail-focus.ts';
import { useAnnotations } from '../annotations/queries.ts';
import { onlyToConfirm, placing } from '../annotations/to-confirm.ts';
import { CodebookPane } from '../codebook/codebook.tsx';
import { categoryFilter } from '../codebook/category-filter.ts';
import { DropTarget } from '../imports/drop-target.tsx';
import { Library } from '../library/library.tsx';
import { useArticleRow } from '../library/queries.ts';
import { MetadataPanel } from '../metadata/metadata-panel.tsx';
import { metadataPanel, type OpenMetadata } from '../metadata/metadata-state.ts';
import { closePicker, picker } from '../picker/picker-state.ts';
import { Reading } from '../reading/reading.tsx';
import { askedPlace, beside } from '../reading/beside.ts';
import { ReferenceBeside } from '../references/reference-beside.tsx';
import { ReuseMarks } from '../references/reuse-marks.tsx';
import { useBlind } from '../session/blind.ts';
import { SuggestionsBeside } from '../suggestions/suggestions-beside.tsx';
import { Segmented } from '../widgets/segmented.tsx';
import { choosingRole } from '../reading/role-display.ts';
import { RepairsPane } from '../repairs/repairs-pane.tsx';
import { setPreferences, useCloseCorpus } from '../session/mutations.ts';
import { useSession } from '../session/queries.ts';
import { OperationFailure } from '../bridge/operation-failure.ts';
import { useAfterPaint } from '../widgets/use-after-paint.ts';
import { useCommands } from './commands.ts';
import { alertFailure } from './failure-text.ts';
import { OpenDialog } from './open-dialog.tsx';
import { getPlace, usePlacePick } from './place.ts';
import { restoreCorrections } from '../correction/correction-state.ts';
import { useKeptPlace } from './kept-place.ts';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import { useLeaveGuard } from './leave-guard.ts';

/** Library, text, and margin, side by side. */
export const Workspace = memo(function Workspace({ corpusId }: { corpusId: string }) {
  const { t } = useTranslation();
  const articleId = usePlacePick((place) => place.articleId);
  const view = usePlacePick((place) => place.view);
  const { mutate: closeCorpus } = useCloseCorpus();
  const leaveCorpus = useCallback(() => closeCorpus(), [closeCorpus]);
  const library = usePanelRef();
  const margin = usePanelRef();
  const [shown, setShown] = useState({ library: true, margin: true });
  const columns = useKeptLayout('columns', ['library', 'reading', 'margin']);
  const rows = useKeptLayout('margin', ['codebook', 'annotations']);
  useLeaveGuard();
  useEffect(() => beginArticle(articleId), [articleId]);
  const asked = metadataPanel.use();
  useEffect(() => {
    if (asked !== null && margin.current?.isCollapsed()) margin.current.expand();
  }, [asked, margin]);
  // The list of repairs stands in the margin: without it nothing can be decided.
  useEffect(() => {
    if (view === 'repairs' && margin.current?.isCollapsed()) margin.current.expand();
  }, [view, margin]);
  const { problem } = useSession();
  // What went wrong beside the work, such as a backup of the day that could not be made.
  useEffect(() => {
    if (problem) alertFailure(OperationFailure.of(problem as Parameters<typeof OperationFailure.of>[0]));
  }, [problem]);

  useEffect(restoreCorrections, []);

  // Texts side by side need the room: where it is scarce, what stands beside them is folded away meanwhile.
  const compared = usePlacePick((place) => (place.view === 'compare' ? (place.comparison?.texts.length ?? 0) : 0));
  useEffect(() => {
    if (compared < 2) return undefined;
    const folded = panesToFold(compared).flatMap((name) => ({ library, margin })[name].current ?? []);
    const open = folded.filter((panel) => !panel.isCollapsed());
    for (const panel of open) panel.collapse();
    return () => {
      for (const panel of open) panel.expand();
    };
  }, [compared, library, margin]);

  const toggle = useCallback((panel: typeof library) => {
    if (panel.current?.isCollapsed()) panel.current.expand();
    else panel.current?.collapse();
  }, []);

  const toggleLibrary = useCallback(() => toggle(library), [toggle, library]);
  const toggleMargin = useCallback(() => toggle(margin), [toggle, margin]);
  useCommands({ leaveCorpus, toggleLibrary, toggleMargin });
  const detail = wantedDetail.use();
  const asks = askedPlace.use().count;
  useEffect(() => {
    if (asks > 0 && margin.current?.isCollapsed()) margin.current.expand();
  }, [asks, margin]);
  // A detail of an annotation stands with the coding.
  useEffect(() => {
    if (detail !== null) beside.set('coding');
  }, [detail]);
  useEffect(() => {
    if (detail !== null && margin.current?.isCollapsed()) margin.current.expand();
  }, [detail, margin]);

  return (
    <div className="workspace">
      <TopBar
        libraryShown={shown.library}
        marginShown={shown.margin}
        onToggleLibrary={toggleLibrary}
        onToggleMargin={toggleMargin}
        onLeaveCorpus={leaveCorpus}
      />
      <main className="columns">
        <Group {...columns}>
          <Panel
            id="library"
            panelRef={library}
            className="pane"
            collapsible
            defaultSize={264}
            minSize={200}
            maxSize="40%"
            groupResizeBehavior="preserve-pixel-size"
            onResize={({ inPixels }) => setShown((now) => changed(now, 'library', inPixels > 0))}
          >
            <Library />
          </Panel>
          <Separator className="separator" aria-label={t('shell.resizeLibrary')} />
          <Panel id="reading" className="pane pane-reading" minSize={360}>
            <Reading />
          </Panel>
          <Separator className="separator" aria-label={t('shell.resizeMargin')} />
          <Panel
            id="margin"
            panelRef={margin}
            className="pane"
            collapsible
            defaultSize={360}
            minSize={260}
            maxSize="45%"
            groupResizeBehavior="preserve-pixel-size"
            onResize={({ inPixels }) => setShown((now) => changed(now, 'margin', inPixels > 0))}
          >
            <section className="margin" aria-label={t('shell.margin')}>
              {articleId !== null && view === 'repairs' ? (
                <RepairsPane articleId={articleId} />
              ) : asked !== null && articleId !== null ? (
                <MetadataMargin articleId={articleId} open={asked} />
              ) : (
                <Margin articleId={view === 'as-of' ? null : articleId} rows={rows} />
              )}
            </section>
          </Panel>
        </Group>
      </main>
      <StatusLine />
      {articleId !== null && view === 'reading' && <ReuseMarks articleId={articleId} />}
      <KeptPlace corpusId={corpusId} />
      <OpenDialog />
      <DropTarget />
    </div>
  );
});

function MetadataMargin({ articleId, open }: { articleId: string; open: OpenMetadata }) {
  const row = useArticleRow(articleId);
  return row === null ? null : <MetadataPanel row={row} open={open} />;
}

/** Follows every step, and draws nothing. */
function KeptPlace({ corpusId }: { corpusId: string }) {
  useKeptPlace(corpusId);
  return null;
}

/** Beside the open article: its coding, a reference text, or suggestions; who codes blind has the coding alone. */
function Margin({ articleId, rows }: CodingMarginProps) {
  const { t } = useTranslation();
  const blind = useBlind();
  const shown = beside.use();
  if (articleId === null || blind)
    return (
      <div className="margin-body">
        <CodingMargin articleId={articleId} rows={rows} />
      </div>
    );
  return (
    <>
      <div className="margin-tabs">
        <Segmented
          quiet
          labelHidden
          label={t('beside.label')}
          choices={(['coding', 'reference', 'suggestions'] as const).map((value) => ({
            value,
            label: t(`beside.${value}`),
          }))}
          value={shown}
          onChange={beside.set}
        />
      </div>
      {shown === 'reference' ? (
        <ReferenceBeside articleId={articleId} />
      ) : shown === 'suggestions' ? (
        <SuggestionsBeside key={articleId} articleId={articleId} />
      ) : (
        <div className="margin-body">
          <CodingMargin articleId={articleId} rows={rows} />
        </div>
      )}
    </>
  );
}

interface CodingMarginProps {
  articleId: string | null;
  rows: ReturnType<typeof useKeptLayout>;
}

/** The categories, and the annotations of the article. They may follow the text a moment later. */
function CodingMargin({ articleId, rows }: CodingMarginProps) {
  const { t } = useTranslation();
  const annotations = useAfterPaint(useAnnotations(articleId ?? ''));
  return (
    <Group orientation="vertical" {...rows}>
      <Panel id="codebook" className="pane" defaultSize="46" minSize={96}>
        <CodebookPane annotations={annotations} />
      </Panel>
      <Separator className="separator separator-across" aria-label={t('shell.resizeCodebook')} />
      <Panel id="annotations" className="pane" minSize={120}>
        <AnnotationsPane annotations={annotations} open={articleId !== null} />
      </Panel>
    </Group>
  );
}

/** What was about the article before is put away. */
function beginArticle(articleId: string | null): void {
  if (picker.get()?.articleId !== articleId) closePicker();
  categoryFilter.set(null);
  onlyToConfirm.set(false);
  placing.set(null);
  choosingRole.set(null);
}

/** px that a text side by side has to have, and that library and margin take. */
const ROOM = { text: 400, rail: 62, library: 264, margin: 360 };

/** What is folded away beside so many texts: the library first, then the margin. */
function panesToFold(texts: number): ('library' | 'margin')[] {
  const spare = window.innerWidth - texts * ROOM.text - ROOM.rail;
  if (spare >= ROOM.library + ROOM.margin) return [];
  return spare >= ROOM.margin ? ['library'] : ['library', 'margin'];
}

function changed<Shown extends Record<string, boolean>>(now: Shown, key: keyof Shown, value: boolean): Shown {
  return now[key] === value ? now : { ...now, [key]: value };
}

/** The sizes of panes in percent, kept with the preferences under a name. */
function useKeptLayout(name: string, panels: readonly string[]) {
  const { preferences } = useSession();
  const kept = preferences.panes?.[name];
  const layout =
    kept?.length === panels.length ? Object.fromEntries(panels.map((panel, index) => [panel, kept[index] ?? 0])) : null;
  const [defaultLayout] = useState(layout);
  return {
    ...(defaultLayout ? { defaultLayout } : {}),
    onLayoutChanged: (sizes: Layout) => {
      const next = panels.map((panel) => Math.round((sizes[panel] ?? 0) * 100) / 100);
      // What is folded away beside texts side by side is not how she wants it elsewhere.
      if (next.join() === kept?.join() || getPlace().view === 'compare') return;
      void setPreferences({ panes: { ...preferences.panes, [name]: next } });
    },
  };
}
