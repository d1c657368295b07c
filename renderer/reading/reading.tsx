import { BookOpenText } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { AnnotationTable } from '../annotation-list/annotation-table.tsx';
import { BackToList } from '../annotation-list/back-to-list.tsx';
import { useAnnotations } from '../annotations/queries.ts';
import { failureText } from '../app/failure-text.ts';
import { usePlacePick } from '../app/place.ts';
import { asFailure } from '../bridge/operation-failure.ts';
import { CodebooksView } from '../codebooks/codebooks-view.tsx';
import { CompareView } from '../compare/compare-view.tsx';
import { CorpusView } from '../corpus/corpus-view.tsx';
import { FindingsView } from '../findings/findings-view.tsx';
import { FindView } from '../find/find-view.tsx';
import { AsOfView } from '../history/as-of-view.tsx';
import { HistoryView } from '../history/history-view.tsx';
import { importSample, loadSample } from '../imports/import-articles.ts';
import { chooseFiles } from '../imports/import-menu.tsx';
import { useArticles } from '../library/queries.ts';
import { MatrixView } from '../matrix/matrix-view.tsx';
import { FormulasView } from '../formulas/formulas-view.tsx';
import { ReferencesView } from '../references/references-view.tsx';
import { RepairsView } from '../repairs/repairs-view.tsx';
import { useSession } from '../session/queries.ts';
import { ArticleView } from './article-view.tsx';
import { useArticle } from './queries.ts';

/** The middle of the window: the open article, or what to do to open one. */
export function Reading() {
  const { t } = useTranslation();
  const articleId = usePlacePick((place) => place.articleId);
  const view = usePlacePick((place) => place.view);
  const at = usePlacePick((place) => place.at);
  return (
    <section className="reading" aria-label={t('shell.reading')}>
      {view === 'findings' ? (
        <FindingsView />
      ) : view === 'compare' ? (
        <CompareView />
      ) : view === 'annotations' ? (
        <AnnotationTable />
      ) : view === 'find' ? (
        <FindView />
      ) : view === 'matrix' ? (
        <MatrixView />
      ) : view === 'corpus' ? (
        <CorpusView />
      ) : view === 'history' ? (
        <HistoryView />
      ) : view === 'references' ? (
        <ReferencesView />
      ) : view === 'formulas' ? (
        <FormulasView />
      ) : view === 'codebook' ? (
        <CodebooksView />
      ) : articleId === null ? (
        <NothingOpen />
      ) : view === 'as-of' && at !== undefined ? (
        <AsOfView key={articleId} articleId={articleId} at={at} />
      ) : view === 'repairs' ? (
        <RepairsView key={articleId} articleId={articleId} />
      ) : (
        <>
          <BackToList />
          <OpenArticle articleId={articleId} />
        </>
      )}
    </section>
  );
}

function OpenArticle({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const annotations = useAnnotations(articleId);
  const { data: article, error } = useArticle(articleId);
  if (article !== undefined && error === null) {
    return <ArticleView key={article.id} article={article} annotations={annotations} />;
  }
  if (error === null) return null;
  const missing = asFailure(error).reason === 'article-missing';
  return (
    <div className="nothing-open" role="alert">
      <p className="empty-words">{missing ? t('reading.missing') : failureText(error)}</p>
      {missing && <p>{t('reading.missingHint')}</p>}
    </div>
  );
}

function NothingOpen() {
  const { t } = useTranslation();
  const { dialogs } = useSession();
  const { data: rows } = useArticles();
  if (rows === undefined) return null;
  return (
    <div className="nothing-open">
      <BookOpenText size={32} strokeWidth={1} aria-hidden />
      <p className="empty-words">{rows.length === 0 ? t('library.empty') : t('reading.none')}</p>
      <p>{rows.length === 0 ? t('library.emptyHint') : t('reading.noneHint')}</p>
      {rows.length === 0 && (
        <div className="nothing-actions">
          <Button className="button button-main" onPress={() => chooseFiles(dialogs)}>
            {t('library.importFiles')}
          </Button>
          <Button className="button" onPress={() => void importSample()}>
            {t('library.importSample')}
          </Button>
          <Button className="button" onPress={() => void loadSample()}>
            {t('sample.load')}
          </Button>
        </div>
      )}
    </div>
  );
}
