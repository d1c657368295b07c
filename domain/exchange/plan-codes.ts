import type { Category } from '../contract/codebook.ts';
import { codeName, indexOfColour, readCategoryDescription, titleInCodeName } from './category-description.ts';
import { derivedGuid } from './guid.ts';
import type { ImportPlan, MeetingReport, PlannedCategory } from './import-plan.ts';
import { readLabelled } from './labelled-text.ts';
import type { LossReport } from './losses.ts';
import type { NewIds } from './new-ids.ts';
import type { PlanOptions, PresentCorpus } from './present-corpus.ts';
import { everyCode, type ExchangeCode, type ExchangeSet } from './project.ts';

const LONGEST_TITLE = 200;
const LONGEST_NUMBER = 500;
const LONGEST_PROSE = 20_000;
const LONGEST_BOOK_NAME = 200;

export interface PlannedCodes extends Pick<ImportPlan, 'codebooks' | 'categories'> {
  /** The id of the category that each code's GUID becomes. */
  categoryOf: Map<string, string>;
}

interface CodeParts {
  codes: readonly ExchangeCode[];
  sets: readonly ExchangeSet[];
  /** What a codebook is called that the file has no name for. */
  name: string;
}

interface Report {
  ids: NewIds;
  meetings: MeetingReport;
  losses: LossReport;
}

/** Whether a set is a codebook of this program. */
export function isCodebookSet({ description }: ExchangeSet): boolean {
  return 'codebook' in readLabelled(description, ['codebook']).fields;
}

/**
 * Which codes are categories that are there (by id, or with `matchNames` by name and place), and which come in: into the
 * codebook of what they stand below, that of their set, or one of their own.
 */
export function planCodes(
  { codes, sets, name }: CodeParts,
  present: PresentCorpus,
  { matchNames }: Pick<PlanOptions, 'matchNames'>,
  { ids, meetings, losses }: Report,
): PlannedCodes {
  const there = new Map(present.codebooks.flatMap(({ categories }) => categories.map((each) => [each.id, each])));
  const codebooks: ImportPlan['codebooks'] = [];
  const bookIds = new Map<string, string>();
  const bookOf = (set: ExchangeSet): string => {
    const known = bookIds.get(set.guid);
    if (known !== undefined) return known;
    const title = shortened(set.name.trim() || name, LONGEST_BOOK_NAME, losses);
    const same = present.codebooks.find(
      (book) => book.id === set.guid || (matchNames && !book.builtin && book.nameHant === title),
    );
    const id = same?.id ?? ids.free('codebooks', set.guid, title);
    if (same === undefined) {
      const { body } = readLabelled(set.description, ['codebook']);
      codebooks.push({ id, name: title, description: shortened(body, LONGEST_PROSE, losses) });
    }
    bookIds.set(set.guid, id);
    return id;
  };
  const ownSets = sets.filter(isCodebookSet);
  ownSets.forEach(bookOf);
  const setOf = new Map(ownSets.flatMap((set) => set.codes.map((guid) => [guid, set])));
  const loose: ExchangeSet = {
    guid: derivedGuid('codebook', name, codes[0]?.guid ?? ''),
    name,
    description: '',
    codes: [],
    sources: [],
    notes: [],
  };
  const categoryOf = new Map<string, string>();
  const bookOfCategory = new Map<string, string>();
  const categories: PlannedCategory[] = [];
  for (const { code, parent } of everyCode(codes)) {
    const parentId = parent === null ? null : (categoryOf.get(parent.guid) ?? null);
    const category = describedCategory(code, losses);
    if (!code.isCodable) losses.add('not-codable', code.name);
    const same = there.get(ids.idOf(code.guid)) ?? (matchNames ? findNamed(there, category, parent, parentId) : null);
    if (same) {
      if (same.id !== ids.idOf(code.guid)) meetings.add('category-same-name', code.name);
      else if (differs(same, category) && !same.fixed) meetings.add('category-differs', code.name);
      else meetings.add('category-there', code.name);
      categoryOf.set(code.guid, same.id);
      bookOfCategory.set(same.id, same.codebookId);
      continue;
    }
    const id = ids.free('categories', code.guid, code.name);
    const above = parentId === null ? undefined : bookOfCategory.get(parentId);
    const codebookId = above ?? bookOf(setOf.get(code.guid) ?? loose);
    categories.push({ ...category, id, codebookId, parentId });
    categoryOf.set(code.guid, id);
    bookOfCategory.set(id, codebookId);
  }
  return { codebooks, categories, categoryOf };
}

type Described = Omit<PlannedCategory, 'id' | 'codebookId' | 'parentId'>;

function describedCategory(code: ExchangeCode, losses: LossReport): Described {
  const described = readCategoryDescription(code.description);
  const cut = (text: string) => shortened(text, LONGEST_PROSE, losses);
  return {
    definition: cut(described.definition),
    rulesFor: cut(described.rulesFor),
    rulesAgainst: cut(described.rulesAgainst),
    boundaryCases: cut(described.boundaryCases),
    examples: cut(described.examples),
    retired: described.retired,
    number: shortened(described.number, LONGEST_NUMBER, losses),
    title: shortened(titleInCodeName(code.name, described.number).trim() || '—', LONGEST_TITLE, losses),
    colour: indexOfColour(code.colour),
  };
}

/** The live category of the same name at the same place; at the top, in any codebook. */
function findNamed(
  there: ReadonlyMap<string, Category>,
  { title, number }: Described,
  parent: ExchangeCode | null,
  parentId: string | null,
): Category | null {
  if (parent !== null && (parentId === null || !there.has(parentId))) return null;
  const name = codeName(number, title);
  for (const category of there.values()) {
    if (category.parentId !== parentId) continue;
    const titles = [category.titleHant, category.titleHans, category.titleEn];
    if (titles.some((each) => each === name || codeName(category.number, each) === name)) return category;
  }
  return null;
}

function differs(category: Category, incoming: Described): boolean {
  return (
    category.titleHant !== incoming.title ||
    category.number !== incoming.number ||
    (['definition', 'rulesFor', 'rulesAgainst', 'boundaryCases', 'examples'] as const).some(
      (field) => category[field] !== incoming[field],
    )
  );
}

/** At most so many UTF-16 units, without half a character at the end. */
export function shortened(text: string, longest: number, losses: LossReport): string {
  if (text.length <= longest) return text;
  losses.add('shortened', text);
  return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}
