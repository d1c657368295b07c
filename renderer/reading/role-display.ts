import type { Role } from '../editor/article-reader.tsx';
import { makeStore } from '../app/store.ts';

/** In the order of the menu; its digit chooses a role. */
export const roles: readonly Role[] = [
  'title',
  'subhead',
  'body',
  'caption',
  'byline',
  'source',
  'editor',
  'boilerplate',
];

/** Whether the role of each paragraph stands beside it. */
export const rolesShown = makeStore(false);

/** The paragraph whose role is being chosen, counted from 0. */
export const choosingRole = makeStore<number | null>(null);

export function toggleRoles(): void {
  choosingRole.set(null);
  rolesShown.set((shown) => !shown);
}

export function chooseRole(paragraph: number): void {
  rolesShown.set(true);
  choosingRole.set(paragraph);
}
