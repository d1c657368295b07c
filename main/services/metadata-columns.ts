import type { ArticleMetadata } from '#domain/contract/article.ts';
import type { Row } from '../db/recorder.ts';

const columns: Record<keyof ArticleMetadata, string> = {
  title: 'title',
  outlet: 'outlet',
  outletProvince: 'outlet_province',
  places: 'places',
  publishedOn: 'published_on',
  reporters: 'reporters',
  editor: 'editor',
  source: 'source',
  address: 'address',
  genre: 'genre',
  script: 'script',
};

export function columnOf(field: keyof ArticleMetadata): string {
  return columns[field];
}

/** The columns of what is given; lists are JSON. */
export function metadataColumns(
  metadata: { [Field in keyof ArticleMetadata]?: ArticleMetadata[Field] | undefined },
): Row {
  const values: Row = {};
  for (const [field, value] of Object.entries(metadata)) {
    if (value === undefined) continue;
    values[columns[field as keyof ArticleMetadata]] = Array.isArray(value) ? JSON.stringify(value) : value;
  }
  return values;
}
