import { type ArticleMetadata, articleMetadata, type Exclusion, exclusionReasons } from '../contract/article.ts';
import { derivedGuid } from './guid.ts';
import { readList, writeList } from './labelled-text.ts';
import type { ExchangeValue, ExchangeVariable } from './project.ts';
import type { SnapshotArticle } from './snapshot.ts';

const names = {
  title: 'Title',
  outlet: 'Outlet',
  outletProvince: 'Outlet province',
  places: 'Places',
  publishedOn: 'Published on',
  reporters: 'Reporters',
  editor: 'Editor',
  source: 'Source',
  address: 'Address',
  genre: 'Genre',
  script: 'Script',
  fileName: 'File name',
  excluded: 'Left out',
  exclusionNote: 'Left out, note',
} as const;
type Field = keyof typeof names;

/** Other names under which programs and researchers keep the same, in small letters. */
const otherNames: Record<string, Field> = {
  標題: 'title',
  标题: 'title',
  題目: 'title',
  题目: 'title',
  媒體: 'outlet',
  媒体: 'outlet',
  報紙: 'outlet',
  报纸: 'outlet',
  newspaper: 'outlet',
  媒體省份: 'outletProvince',
  媒体省份: 'outletProvince',
  省份: 'outletProvince',
  province: 'outletProvince',
  日期: 'publishedOn',
  發布日期: 'publishedOn',
  发布日期: 'publishedOn',
  date: 'publishedOn',
  published: 'publishedOn',
  記者: 'reporters',
  记者: 'reporters',
  author: 'reporters',
  編輯: 'editor',
  编辑: 'editor',
  來源: 'source',
  来源: 'source',
  網址: 'address',
  网址: 'address',
  url: 'address',
  體裁: 'genre',
  体裁: 'genre',
};

const guidOf = (field: Field) => derivedGuid('variable', field);
const fields = Object.keys(names) as Field[];
const fieldByGuid = new Map(fields.map((field) => [guidOf(field), field]));
const fieldByName = new Map<string, Field>([
  ...fields.map((field) => [names[field].toLowerCase(), field] as const),
  ...Object.entries(otherNames),
]);

/** The variables that hold what is known about articles; text, because dates may be less precise than a day. */
export const articleVariables: readonly ExchangeVariable[] = fields.map((field) => ({
  guid: guidOf(field),
  name: names[field],
  type: 'Text',
}));

/** What is known about an article, as values of variables; what is unknown has none. */
export function valuesOfArticle({ metadata, fileName, exclusion }: SnapshotArticle): ExchangeValue[] {
  const values: Partial<Record<Field, string | null>> = {
    ...metadata,
    places: metadata.places.length === 0 ? null : writeList(metadata.places),
    reporters: metadata.reporters.length === 0 ? null : writeList(metadata.reporters),
    fileName,
    excluded: exclusion?.reason ?? null,
    exclusionNote: exclusion === null || exclusion.note === '' ? null : exclusion.note,
  };
  return fields.flatMap((field) => {
    const value = values[field] ?? null;
    return value === null ? [] : [{ variable: guidOf(field), value }];
  });
}

export interface ReadValues {
  metadata: Partial<ArticleMetadata>;
  fileName: string | null;
  exclusion: Exclusion | null;
  /** Whether they are the variables of this program, which then say all there is. */
  own: boolean;
  /** Values of other variables, by name. */
  others: { name: string; value: string }[];
}

/** Reads the values of a source: those of this program by GUID, others by name where it is one of the usual. */
export function readValues(values: readonly ExchangeValue[], variables: readonly ExchangeVariable[]): ReadValues {
  const nameOf = new Map(variables.map(({ guid, name }) => [guid, name]));
  const found: Partial<Record<Field, string>> = {};
  const others: ReadValues['others'] = [];
  let own = false;
  for (const { variable, value } of values) {
    const name = nameOf.get(variable) ?? '';
    const ours = fieldByGuid.get(variable);
    if (ours !== undefined) own = true;
    const field = ours ?? fieldByName.get(name.trim().toLowerCase());
    const checked = field === undefined ? null : checkedValue(field, value, ours !== undefined);
    if (field !== undefined && checked !== null && !(field in found)) found[field] = checked;
    else if (value !== '') others.push({ name, value });
  }
  const { fileName = null, excluded, exclusionNote = '', places, reporters, ...single } = found;
  const reason = exclusionReasons.find((each) => each === excluded);
  const metadata: Partial<ArticleMetadata> = articleMetadata.partial().parse({
    ...single,
    ...(places === undefined ? {} : { places: readList(places) }),
    ...(reporters === undefined ? {} : { reporters: readList(reporters) }),
  }) as Partial<ArticleMetadata>;
  return {
    metadata,
    fileName,
    exclusion: reason === undefined ? null : { reason, note: exclusionNote },
    own,
    others,
  };
}

/** The value where the corpus can hold it in that field, else null. */
function checkedValue(field: Field, value: string, own: boolean): string | null {
  if (field === 'fileName') return value.length > 0 && value.length <= 500 ? value : null;
  if (field === 'excluded') return own && exclusionReasons.some((each) => each === value) ? value : null;
  if (field === 'exclusionNote') return own && value.length <= 500 ? value : null;
  const plain = own ? value : value.trim();
  if (!own && plain === '') return null;
  const shape = articleMetadata.shape[field];
  const parsed = shape.safeParse(field === 'places' || field === 'reporters' ? readList(plain) : plain);
  return parsed.success ? plain : null;
}
