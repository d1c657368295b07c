import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alertFailure } from '../app/failure-text.ts';
import { filesOfDrop } from './dropped-files.ts';
import { importFiles } from './import-articles.ts';

/** Lets files be dropped anywhere on the window. */
export function DropTarget() {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      setOver(false);
      filesOfDrop(event.dataTransfer).then(importFiles).catch(alertFailure);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className="drop-target">
      <p className="drop-words">{t('shell.dropHere')}</p>
      <p>{t('shell.dropHint')}</p>
    </div>
  );
}
