import type { Category } from '#domain/contract/codebook.ts';

/** Where a category goes: below which, and before which of the others there (null: behind the last). */
export interface TreePlace {
  parentId: string | null;
  beforeId: string | null;
}

export type TreeMove = 'up' | 'down' | 'in' | 'out';

/** Where one step takes a category; null when there is no such step. `categories` are those of one codebook in order. */
export function stepInTree(categories: readonly Category[], category: Category, move: TreeMove): TreePlace | null {
  const below = (parentId: string | null) => categories.filter((each) => each.parentId === parentId);
  const siblings = below(category.parentId);
  const at = siblings.findIndex(({ id }) => id === category.id);
  switch (move) {
    case 'up': {
      const above = siblings[at - 1];
      return above === undefined ? null : { parentId: category.parentId, beforeId: above.id };
    }
    case 'down':
      return at + 1 >= siblings.length ? null : { parentId: category.parentId, beforeId: siblings[at + 2]?.id ?? null };
    case 'in': {
      const above = siblings[at - 1];
      return above === undefined ? null : { parentId: above.id, beforeId: null };
    }
    case 'out': {
      const parent = categories.find(({ id }) => id === category.parentId);
      if (parent === undefined) return null;
      const uncles = below(parent.parentId);
      const next = uncles[uncles.findIndex(({ id }) => id === parent.id) + 1];
      return { parentId: parent.parentId, beforeId: next?.id ?? null };
    }
  }
}

/** Whether one category is the other or stands somewhere below it. */
export function isWithin(categories: readonly Category[], id: string, otherId: string): boolean {
  const parents = new Map(categories.map((each) => [each.id, each.parentId]));
  for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) if (at === otherId) return true;
  return false;
}
