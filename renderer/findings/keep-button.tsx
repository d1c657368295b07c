import { Bookmark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FindingQuestion } from '#domain/contract/finding.ts';
import { openDialog } from '../app/dialogs.ts';
import { useHandlers } from '../commands/handlers.ts';
import { IconButton } from '../widgets/icon-button.tsx';

interface KeepButtonProps {
  question: FindingQuestion;
  /** A name to begin with. */
  name: string;
}

/** Keeps what is counted on screen, with its numbers and the state of the corpus. */
export function KeepButton({ question, name }: KeepButtonProps) {
  const { t } = useTranslation();
  const keep = () => openDialog({ kind: 'keep-finding', question, name });
  useHandlers({ keepFinding: keep });
  return <IconButton icon={Bookmark} name={t('commands.keepFinding')} onPress={keep} />;
}
