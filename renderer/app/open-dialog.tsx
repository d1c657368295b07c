import { useTranslation } from 'react-i18next';
import { BackupsDialog } from '../backups/backups-dialog.tsx';
import { RevisionsDialog } from '../correction/revisions-dialog.tsx';
import { ExchangeDialog } from '../exchange/exchange-dialog.tsx';
import { ExclusionDialog } from '../library/exclusion-dialog.tsx';
import { HelpDialog } from '../help/help-dialog.tsx';
import { ImportReportDialog } from '../imports/import-report-dialog.tsx';
import { importText } from '../imports/import-articles.ts';
import { readInText } from '../references/read-in.ts';
import { PasteDialog } from '../imports/paste-dialog.tsx';
import { Palette } from '../palette/palette.tsx';
import { QuickDialog } from '../quick/quick-dialog.tsx';
import { ReportDialog } from '../report/report-dialog.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { dialogs } from './dialogs.ts';

/** The dialog that is open, if one is. */
export function OpenDialog() {
  const { t } = useTranslation();
  const dialog = dialogs.use();
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'settings':
      return <SettingsDialog section={dialog.section ?? 'general'} />;
    case 'exchange':
      return <ExchangeDialog side={dialog.side} />;
    case 'backups':
      return <BackupsDialog />;
    case 'help':
      return <HelpDialog />;
    case 'paste-reference':
      return <PasteDialog title={t('references.paste')} onText={(text, name) => void readInText(text, name)} />;
    case 'paste':
      return <PasteDialog title={t('paste.title')} onText={(text, name) => void importText(text, name)} />;
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
