import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArticleText } from '#domain/contract/article.ts';
import type { CorrectionDraft } from '#domain/contract/revision.ts';
import type { NetChange } from '#domain/text/carry.ts';
import { useFormat } from '../app/format.ts';
import { CorrectionEditor, type CorrectionHandle } from '../editor/correction-editor.tsx';
import type { ReaderAnnotation } from '../editor/reader-annotation.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { shownKey } from '../commands/keymap.ts';
import { isComposing, withCommand } from '../widgets/keys.ts';
import { endCorrection, keepDraft } from './correction-state.ts';
import { saveCorrection } from './save-correction.ts';

interface CorrectionPaneProps {
  article: ArticleText;
  draft: CorrectionDraft;
  annotations: readonly ReaderAnnotation[];
  lang: 'zh-Hant' | 'zh-Hans' | 'zh';
  textSize: number;
  /** Where the caret stood in the text. */
  caret: number;
}

/** The text being corrected, under a bar that says so and how to end it. */
export function CorrectionPane({ article, draft, annotations, lang, textSize, caret }: CorrectionPaneProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const editor = useRef<CorrectionHandle>(null);
  const [opened] = useState(draft.changes);
  const [count, setCount] = useState(draft.changes.length);
  const [asking, setAsking] = useState(false);
  const [saving, setSaving] = useState(false);
  const idle = useRef<number | null>(null);
  const untold = useRef<(() => void) | null>(null);

  const tell = useCallback(() => {
    if (idle.current !== null) cancelIdleCallback(idle.current);
    idle.current = null;
    untold.current?.();
    untold.current = null;
  }, []);
  // The net effect is told when there is time, not at each letter; and at the latest when she goes elsewhere.
  const note = (now: () => readonly NetChange[]) => {
    untold.current = () => {
      const changes = now();
      setCount(changes.length);
      keepDraft(article.id, { revisionId: article.revisionId, changes });
    };
    idle.current ??= requestIdleCallback(tell, { timeout: 400 });
  };
  useEffect(() => tell, [tell]);
  const save = async () => {
    if (saving) return;
    setSaving(true);
    // What is typed while it is saved would be gone with the editor: nothing is taken until it is known how that ended.
    editor.current?.hold(true);
    if (await saveCorrection(article, editor.current?.changes() ?? [])) return;
    editor.current?.hold(false);
    setSaving(false);
  };
  const cancel = () => {
    if ((editor.current?.changes().length ?? 0) > 0) setAsking(true);
    else endCorrection(article.id);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of everything inside
    <div
      className="correction"
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === 's' && withCommand(event)) {
          event.preventDefault();
          void save();
        } else if (event.key === 'Escape' && !asking) {
          event.preventDefault();
          event.stopPropagation();
          cancel();
        }
      }}
    >
      <div className="correction-bar" role="toolbar" aria-label={t('correction.title')}>
        <span className="correction-name">{t('correction.title')}</span>
        <span className="correction-count" role="status">
          {count === 0 ? t('correction.none') : t('correction.changes', { count, shown: number(count) })}
        </span>
        <span className="correction-actions">
          <Button className="button button-small" onPress={cancel}>
            {t('common.cancel')}
            <kbd>Esc</kbd>
          </Button>
          <Button className="button button-small button-main" isDisabled={saving} onPress={() => void save()}>
            {t('correction.save')}
            <kbd>{shownKey('Ctrl+S')}</kbd>
          </Button>
        </span>
      </div>
      <CorrectionEditor
        ref={editor}
        text={article.text}
        roles={article.roles}
        lang={lang}
        label={t('correction.text')}
        annotations={annotations}
        textSize={textSize}
        draft={opened}
        caret={caret}
        onChange={note}
      />
      {asking && (
        <DialogFrame
          alert
          title={t('correction.discardTitle')}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button className="button" onPress={() => setAsking(false)}>
                {t('correction.goOn')}
              </Button>
              <Button className="button" onPress={() => endCorrection(article.id)}>
                {t('correction.discard')}
              </Button>
              <Button
                className="button button-main"
                autoFocus
                onPress={() => {
                  setAsking(false);
                  void save();
                }}
              >
                {t('correction.save')}
              </Button>
            </>
          }
        >
          <p>{t('correction.discardLead', { count, shown: number(count) })}</p>
        </DialogFrame>
      )}
    </div>
  );
}
