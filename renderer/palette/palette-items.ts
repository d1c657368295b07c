import { type CategoryIndex, createCategoryIndex } from '#domain/codebook/match-category.ts';
import { type CommandId, commandIds, commands } from '#domain/commands/command-list.ts';
import type { Keymap } from '#domain/commands/keymap.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { Category } from '#domain/contract/codebook.ts';
import { foldName } from '#domain/gazetteer/name-characters.ts';
import { categoryIndex } from '../codebook/queries.ts';
import { commandName, shownKey } from '../commands/keymap.ts';
import { articleName } from '../library/article-name.ts';

export type PaletteItem =
  | { kind: 'command'; id: CommandId }
  | { kind: 'category'; category: Category }
  | { kind: 'article'; row: ArticleRow };

export interface PaletteSource {
  /** Those that apply now. */
  commands: readonly CommandId[];
  keymap: Keymap;
  /** None while nothing is selected that could be annotated with them. */
  categories: readonly Category[];
  articles: readonly ArticleRow[];
}

/** Rows of a kind that are worth looking through. */
const most = 30;
/** Articles whose titles are read in pinyin too: reading them takes a while. */
const mostRead = 500;

let commandIndex: CategoryIndex | null = null;

/** Over the names in all languages, so that each is found in whichever is thought of. */
function namesOfCommands(): CategoryIndex {
  commandIndex ??= createCategoryIndex(
    commandIds.map((id) => ({
      id,
      number: '',
      titleHant: commandName(id, 'zh-Hant'),
      titleHans: commandName(id, 'zh-Hans'),
      titleEn: commandName(id, 'en'),
    })),
  );
  return commandIndex;
}

const articleIndexes = new WeakMap<readonly ArticleRow[], CategoryIndex>();

function titlesOf(articles: readonly ArticleRow[]): CategoryIndex {
  const made =
    articleIndexes.get(articles) ??
    createCategoryIndex(
      articles.slice(0, mostRead).map((row) => {
        const name = articleName(row);
        return { id: row.id, number: '', titleHant: name, titleHans: name, titleEn: '' };
      }),
    );
  articleIndexes.set(articles, made);
  return made;
}

/** What a query names, best first within each kind: by key, by name in any language of the interface, by pinyin. */
export function paletteItems(query: string, source: PaletteSource): PaletteItem[] {
  const typed = query.trim();
  return [
    ...foundCommands(typed, source).map((id): PaletteItem => ({ kind: 'command', id })),
    ...(typed === '' ? [] : foundCategories(typed, source)),
    ...foundArticles(typed, source).slice(0, most),
  ];
}

function foundCommands(typed: string, { commands: applying, keymap }: PaletteSource): CommandId[] {
  const offered = new Set<CommandId>(applying.filter((id) => id !== 'palette'));
  // What is for the hand alone, such as moving the caret, is found, but not offered first.
  const forTheHand = (id: CommandId) => commands[id].extends === true || commands[id].row === 'quick';
  if (typed === '') return [...offered].filter((id) => !forTheHand(id));
  const key = typed.toLowerCase().replaceAll(/\s+/g, '');
  const byKey = [...offered].filter((id) => keymap.keysOf(id).some((chord) => shownKey(chord).toLowerCase() === key));
  const byName = namesOfCommands()
    .match(typed)
    .map(({ id }) => id as CommandId)
    .filter((id) => offered.has(id));
  return [...new Set([...byKey, ...byName])];
}

function foundCategories(typed: string, { categories }: PaletteSource): PaletteItem[] {
  if (categories.length === 0) return [];
  const byId = new Map(categories.map((each) => [each.id, each]));
  return categoryIndex(categories)
    .match(typed)
    .slice(0, most)
    .flatMap(({ id }) => {
      const category = byId.get(id);
      return category === undefined ? [] : [{ kind: 'category', category }];
    });
}

function foundArticles(typed: string, { articles }: PaletteSource): PaletteItem[] {
  const asItem = (row: ArticleRow): PaletteItem => ({ kind: 'article', row });
  if (typed === '') return articles.slice(0, most).map(asItem);
  const folded = foldName(typed);
  const byTitle = articles.filter((row) => foldName(articleName(row)).includes(folded));
  const read = new Set(
    titlesOf(articles)
      .match(typed)
      .map(({ id }) => id),
  );
  const byPinyin = articles.filter((row) => read.has(row.id));
  return [...new Set([...byTitle, ...byPinyin])].map(asItem);
}
