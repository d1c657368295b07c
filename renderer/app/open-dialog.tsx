import { BackupsDialog } from '../backups/backups-dialog.tsx';
import { RevisionsDialog } from '../correction/revisions-dialog.tsx';
import { ExclusionDialog } from '../library/exclusion-dialog.tsx';
import { HelpDialog } from '../help/help-dialog.tsx';
import { ImportReportDialog } from '../imports/import-report-dialog.tsx';
import { PasteDialog } from '../imports/paste-dialog.tsx';
import { Palette } from '../palette/palette.tsx';
import { QuickDialog } from '../quick/quick-dialog.tsx';
import { ReportDialog } from '../report/report-dialog.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { dialogs } from './dialogs.ts';

/** The dialog that is open, if one is. */
export function OpenDialog() {
  const dialog = dialogs.use();
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'settings':
      return <SettingsDialog section={dialog.section ?? 'general'} />;
    case 'backups':
      return <BackupsDialog />;
    case 'help':
      return <HelpDialog />;
    case 'paste':
      return <PasteDialog />;
    case 'quick':
      return <QuickDialog />;
    case 'palette':
      return <Palette commands={dialog.commands} from={dialog.from} />;
    case 'report':
      return <ReportDialog articleId={dialog.articleId} />;
    case 'exclusion':
      return <ExclusionDialog articleId={dialog.articleId} />;
    case 'revisions':
      return <RevisionsDialog articleId={dialog.articleId} />;
    case 'import-report':
      return <ImportReportDialog {...dialog} />;
  }
}
