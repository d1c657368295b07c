import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { ArticleText as Text } from '#domain/contract/article.ts';
import type { Span } from '#domain/text/span.ts';
import { placing } from '../annotations/to-confirm.ts';
import { categoryIndex, useCategoryBook } from '../codebook/queries.ts';
import { useCorrectionOf } from '../correction/correction-state.ts';
import { QuickStrip } from '../quick/quick-strip.tsx';
import { useSession } from '../session/queries.ts';
import { ArticleHead } from './article-head.tsx';
import { ArticlePortrait } from './article-portrait.tsx';
import { type AroundText, ArticleText } from './article-text.tsx';
import { codeSelection } from './code-selection.ts';
import { DimLine } from './dim-menu.tsx';
import { currentReader } from './reader-handle.ts';
import { RemainsLine } from './remains-line.tsx';
import { rolesShown } from './role-display.ts';
import { defaultTextSize } from './text-size.ts';

interface ArticleViewProps {
  article: Text;
  annotations: readonly Annotation[];
}

export function ArticleView({ article, annotations }: ArticleViewProps) {
  const { t } = useTranslation();
  const { preferences } = useSession();
  const [selection, setSelection] = useState<Span | null>(null);
  const { offered } = useCategoryBook();
  const placingId = placing.use();
  const isPlacing = annotations.some(({ id }) => id === placingId);
  const correcting = useCorrectionOf(article) !== null;
  const withRoles = rolesShown.use();

  // The first picker should not have to wait for the pinyin to be read.
  useEffect(() => {
    const idle = requestIdleCallback(() => categoryIndex(offered));
    return () => cancelIdleCallback(idle);
  }, [offered]);

  return (
    <div className="article-view">
      <ArticleText
        article={article}
        annotations={annotations}
        active
        selection={selection}
        onSelection={setSelection}
        textSize={preferences.textSize ?? defaultTextSize}
        label={t('reading.text')}
        withStripes={preferences.stripes ?? true}
        withRoles={withRoles}
        Head={Head}
        Beside={Portrait}
      />
      <CodingStrip ready={!correcting && selection !== null && !isPlacing} />
    </div>
  );
}

function Head({ article, row, lang, annotations, onCorrect }: AroundText) {
  return (
    <>
      <ArticleHead row={row} lang={lang} annotations={annotations} onCorrect={onCorrect} />
      <RemainsLine article={article} annotations={annotations} />
      <DimLine annotations={annotations} />
    </>
  );
}

function Portrait({ stripes, reader, scroller }: AroundText) {
  return <ArticlePortrait stripes={stripes} reader={reader} scroller={scroller} />;
}

/** The quick categories under the text, or under several side by side. */
export function CodingStrip({ ready }: { ready: boolean }) {
  const code = useCallback((categoryId: string) => {
    codeSelection(categoryId);
    currentReader()?.focus();
  }, []);
  return <QuickStrip ready={ready} onChoose={code} />;
}
