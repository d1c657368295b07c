import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportChoice, ReportPlan } from '#domain/contract/report.ts';
import { useFormat } from '../app/format.ts';
import { failureText } from '../app/failure-text.ts';
import { useReportPreview } from './queries.ts';

/** The beginning of the report as its file will show it, in a tree of its own that the program's style does not reach. */
export function ReportPreview({ choice, plan }: { choice: ReportChoice; plan: ReportPlan }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data, error, isFetching } = useReportPreview(choice, plan);
  const host = useRef<HTMLDivElement>(null);
  const { markup = '', style = '' } = data ?? {};
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? openShadow(element);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = markup;
  }, [markup, style]);
  const empty = plan.sections.length === 0;
  return (
    <section className="composer-preview" aria-label={t('report.preview')} aria-busy={isFetching}>
      <p className="composer-preview-head" role="status">
        {empty
          ? t('report.noSections')
          : data === undefined
            ? error === null
              ? t('report.previewing')
              : failureText(error)
            : data.shownArticles < data.articles
              ? t('report.previewFirst', {
                  shown: number(data.shownArticles),
                  articles: number(data.articles),
                  annotations: number(data.annotations),
                })
              : t('report.previewWhole', {
                  articles: number(data.articles),
                  annotations: number(data.annotations),
                })}
      </p>
      {/* so that it can be scrolled by the keyboard */}
      <div className="composer-paper" tabIndex={0} role="document" aria-label={t('report.preview')} hidden={empty}>
        <div ref={host} className="composer-sheet" />
      </div>
    </section>
  );
}

/** Its links lead about in it, and nowhere else. */
function openShadow(element: HTMLElement): ShadowRoot {
  const root = element.attachShadow({ mode: 'open' });
  root.addEventListener('click', (event) => {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    if (link === undefined) return;
    event.preventDefault();
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#')) root.getElementById(href.slice(1))?.scrollIntoView({ block: 'center' });
  });
  return root;
}
