import type { ArticleMetadata } from '#domain/contract/article.ts';

const texts = ['title', 'outlet', 'outletProvince', 'publishedOn', 'editor', 'source', 'address', 'genre'] as const;
const lists = ['places', 'reporters'] as const;

/** The metadata as they stand in the fields: unknown is an empty field, a list is parted by 、 */
export type MetadataForm = Record<(typeof texts)[number] | (typeof lists)[number], string> & {
  script: NonNullable<ArticleMetadata['script']> | '';
};

export function toForm(known: ArticleMetadata): MetadataForm {
  return {
    title: known.title ?? '',
    outlet: known.outlet ?? '',
    outletProvince: known.outletProvince ?? '',
    publishedOn: known.publishedOn ?? '',
    editor: known.editor ?? '',
    source: known.source ?? '',
    address: known.address ?? '',
    genre: known.genre ?? '',
    places: known.places.join('、'),
    reporters: known.reporters.join('、'),
    script: known.script ?? '',
  };
}

/** Items parted by 、 or any comma or semicolon; empty ones and repetitions are left out. */
export function readList(text: string): string[] {
  const items = text.split(/[、,，;；\n]/).map((each) => each.trim());
  return [...new Set(items)].filter((each) => each !== '');
}

/** What the form says otherwise than before; an empty field is unknown. */
export function changedMetadata(before: ArticleMetadata, form: MetadataForm): Partial<ArticleMetadata> {
  const changed: Partial<ArticleMetadata> = {};
  for (const key of texts) {
    const value = form[key].trim() || null;
    if (value !== before[key]) changed[key] = value;
  }
  for (const key of lists) {
    const value = readList(form[key]);
    if (value.join('\n') !== before[key].join('\n')) changed[key] = value;
  }
  const script = form.script === '' ? null : form.script;
  if (script !== before.script) changed.script = script;
  return changed;
}
