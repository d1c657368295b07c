import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { categoryColours } from '#domain/codebook/colours.ts';
import { useSessionQuery } from '../session/queries.ts';
import { Welcome } from '../welcome/welcome.tsx';
import { queryClient } from '../queries/client.ts';
import { followChanges } from '../queries/invalidation.ts';
import { failureText } from './failure-text.ts';
import { locales } from '#domain/languages/locales.ts';
import { i18n, showLanguage } from './language.ts';
import { Workspace } from './workspace.tsx';
import { showTheme } from './theme.ts';

defineCategoryColours(document.documentElement);
showTheme('system');

export function App() {
  useEffect(followChanges, []);
  return (
    <QueryClientProvider client={queryClient}>
      <I18nextProvider i18n={i18n}>
        <Room />
      </I18nextProvider>
    </QueryClientProvider>
  );
}

/** Before a coder and a corpus are known, the welcome; then the workspace. */
function Room() {
  const { data: session, error } = useSessionQuery();
  const language = session?.preferences.language ?? 'zh-Hant';
  const theme = session?.preferences.theme ?? 'system';
  useEffect(() => showLanguage(language), [language]);
  useEffect(() => showTheme(theme), [theme]);
  if (session === undefined) {
    if (error === null) return null;
    return (
      <main className="unreachable" role="alert">
        {failureText(error)}
      </main>
    );
  }
  return (
    <I18nProvider locale={locales[language]}>
      {session.coder === null || session.corpus === null ? (
        <Welcome />
      ) : (
        <Workspace key={session.corpus.id} corpusId={session.corpus.id} />
      )}
    </I18nProvider>
  );
}

/** Sets `--category-N-tint`, `-rule` and `-ink` for N = 1 to 15, light or dark by the colour scheme of the page. */
function defineCategoryColours(element: HTMLElement): void {
  for (const [index, { light, dark }] of categoryColours.entries()) {
    for (const part of ['tint', 'rule', 'ink'] as const) {
      element.style.setProperty(`--category-${index + 1}-${part}`, `light-dark(${light[part]}, ${dark[part]})`);
    }
  }
}
