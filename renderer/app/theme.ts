import type { Preferences } from '#domain/contract/session.ts';

export type Theme = NonNullable<Preferences['theme']>;

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
let chosen: Theme = 'system';

function apply(): void {
  document.documentElement.dataset.theme =
    chosen === 'dark' || (chosen === 'system' && systemIsDark.matches) ? 'dark' : 'light';
}

systemIsDark.addEventListener('change', apply);

export function showTheme(theme: Theme): void {
  chosen = theme;
  apply();
}
