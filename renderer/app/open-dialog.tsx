import { useTranslation } from 'react-i18next';
import { BackupsDialog } from '../backups/backups-dialog.tsx';
import { RevisionsDialog } from '../correction/revisions-dialog.tsx';
import { ExchangeDialog } from '../exchange/exchange-dialog.tsx';
import { ExclusionDialog } from '../library/exclusion-dialog.tsx';
import { KeepDialog } from '../findings/keep-dialog.tsx';
import { HelpDialog } from '../help/help-dialog.tsx';
import { ImportReportDialog } from '../imports/import-report-dialog.tsx';
import { importText } from '../imports/import-articles.ts';
import { readInText } from '../references/read-in.ts';
import { PasteDialog } from '../imports/paste-dialog.tsx';
import { TakenSentences } from '../matrix/taken-sentences.tsx';
import { Palette } from '../palette/palette.tsx';
import { QuickDialog } from '../quick/quick-dialog.tsx';
import { ReportComposer } from '../report/report-composer.tsx';
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
      return <ReportComposer choice={dialog.choice} />;
    case 'exclusion':
      return <ExclusionDialog articleId={dialog.articleId} />;
    case 'revisions':
      return <RevisionsDialog articleId={dialog.articleId} />;
    case 'taken-sentences':
      return <TakenSentences {...dialog} />;
    case 'keep-finding':
      return <KeepDialog question={dialog.question} name={dialog.name} />;
    case 'import-report':
      return <ImportReportDialog {...dialog} />;
  }
}
