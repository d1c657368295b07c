import { z } from 'zod';
import { lossKinds } from '../exchange/losses.ts';
import { meetingKinds } from '../exchange/import-plan.ts';
import { operation } from './operation.ts';
import { id, language, shortText, token } from './values.ts';

/**
 * `qdpx`: a project of REFI-QDA; `qdc`: its codebooks alone; `jsonld`: W3C Web Annotations; `deposit`: tables, codebook and
 * texts for an archive; `copy`: the corpus itself.
 */
export const exchangeFormats = ['qdpx', 'qdc', 'jsonld', 'deposit', 'copy'] as const;
export type ExchangeFormat = (typeof exchangeFormats)[number];

export const loss = z.strictObject({ kind: z.enum(lossKinds), count: z.int(), examples: z.array(z.string()) });
const meeting = z.strictObject({ kind: z.enum(meetingKinds), count: z.int(), examples: z.array(z.string()) });

const counts = z.strictObject({
  articles: z.int(),
  annotations: z.int(),
  categories: z.int(),
  memos: z.int(),
  coders: z.int(),
  references: z.int(),
});
export type ExchangeCounts = z.infer<typeof counts>;

const exportInput = z.strictObject({
  format: z.enum(exchangeFormats),
  language,
  /** The whole corpus when not given; a copy and a codebook are always whole. */
  articleIds: z.array(id).min(1).max(100_000).optional(),
  /** Whether the texts of articles go along; a `qdpx` and a copy always hold them. They do when nothing is said. */
  texts: z.boolean().optional(),
  /** Whether reference texts go along, with the links to them. They do when nothing is said. */
  references: z.boolean().optional(),
  /** In which language a deposit explains itself; English when nothing is said. Names of columns are English in all. */
  readme: language.optional(),
});

const importInput = z.strictObject({
  sources: z.array(z.strictObject({ grant: token })).length(1),
  /** Whether a category or a coder of the same name is the same; so it is when nothing is said. */
  matchNames: z.boolean().optional(),
});

export const offsetConvention = z.strictObject({
  unit: z.enum(['code-points', 'utf-16']),
  lineBreak: z.union([z.literal(1), z.literal(2)]),
  mark: z.enum(['uncounted', 'counted']),
  end: z.enum(['exclusive', 'inclusive']),
});

export const plannedImport = z.strictObject({
  name: shortText,
  format: z.enum(['qdpx', 'qdc', 'jsonld']),
  /** The program that wrote it, as it says. */
  origin: z.string(),
  /** What would be new. */
  counts: counts.extend({ codebooks: z.int(), wholeArticles: z.int(), links: z.int() }),
  /** How positions were found to be counted; null where there are none. */
  convention: offsetConvention.nullable(),
  /** Passages that have a name, of those that were looked at, and those that say what their name says. */
  named: z.int(),
  fitting: z.int(),
  meetings: z.array(meeting),
  losses: z.array(loss),
});
export type PlannedImport = z.infer<typeof plannedImport>;

export const exchangeOperations = {
  'exchange.preview': operation(
    'read',
    'What would go out in a format, and item by item what the format does not hold.',
    exportInput,
    z.strictObject({ counts, losses: z.array(loss) }),
  ),
  'exchange.export': operation(
    'job',
    'Writes the corpus, or some of its articles, in an exchange format; the file is read back and checked before it is handed over.',
    exportInput,
    z.strictObject({ file: token, name: z.string(), bytes: z.int(), counts, losses: z.array(loss) }),
  ),
  'exchange.plan': operation(
    'job',
    'Reads a project, codebook or file of annotations and says what would come in, what is there already and what is lost; nothing is changed.',
    importInput,
    z.strictObject({
      plan: plannedImport,
      /** A grant to import the same file. */
      again: token,
    }),
  ),
  'exchange.import': operation(
    'job',
    'Imports a project, codebook or file of annotations, whole or not at all, as one step that undo takes back.',
    importInput,
    z.strictObject({ plan: plannedImport }),
  ),
};
