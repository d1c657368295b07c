import type { ArticleMetadata } from '#domain/contract/article.ts';

export type MetadataName = keyof ArticleMetadata;

/** In the order of the panel. */
export const metadataNames: readonly MetadataName[] = [
  'title',
  'outlet',
  'outletProvince',
  'publishedOn',
  'places',
  'reporters',
  'editor',
  'genre',
  'source',
  'address',
  'script',
];

export type ListName = 'places' | 'reporters';
export type TextName = Exclude<MetadataName, ListName>;

export function isListName(name: MetadataName): name is ListName {
  return name === 'places' || name === 'reporters';
}

/** UTF-16 units that the contract takes. */
export function longestOf(name: MetadataName): number {
  return name === 'address' ? 2000 : 500;
}

/** Items parted by 、 or any comma, semicolon or line feed; empty ones and repetitions are left out. */
export function readList(text: string): string[] {
  const items = text.split(/[、,，;；\n]/).map((each) => each.trim());
  return [...new Set(items)].filter((each) => each !== '');
}
