/** What an exchange format or a corpus has no place for; the catalogue of losses has a sentence for each. */
export const lossKinds = [
  // Out of a corpus.
  'history',
  'originals',
  'roles',
  'suggestions',
  'recheck',
  'codebook-history',
  'titles',
  'orphans',
  'to-confirm',
  'coding-status',
  'families',
  'divisions',
  'findings',
  'formulas',
  'templates',
  'states',
  'evidence',
  'refusals',
  'characters',
  'references',
  'memos',
  'notes',
  'category-rules',
  'articles',
  'annotations',
  'metadata',
  'texts',
  'names',
  // Into a corpus.
  'dates',
  'pictures',
  'pdfs',
  'recordings',
  'rich-text',
  'no-plain-text',
  'sets',
  'graphs',
  'cases',
  'links',
  'not-codable',
  'shortened',
  'empty-selections',
  'selections-in-notes',
  'irregular',
  'no-target',
  'bodies',
] as const;
export type LossKind = (typeof lossKinds)[number];

export interface Loss {
  kind: LossKind;
  count: number;
  /** Up to `MOST_EXAMPLES` names of what is lost. */
  examples: string[];
}

export const MOST_EXAMPLES = 5;
const LONGEST_EXAMPLE = 60;

/** Gathers losses item by item. */
export class LossReport {
  readonly #found = new Map<LossKind, Loss>();

  add(kind: LossKind, example = '', count = 1): void {
    if (count === 0) return;
    const loss = this.#found.get(kind) ?? { kind, count: 0, examples: [] };
    loss.count += count;
    const short = [...example].slice(0, LONGEST_EXAMPLE).join('').trim();
    if (short !== '' && loss.examples.length < MOST_EXAMPLES && !loss.examples.includes(short))
      loss.examples.push(short);
    this.#found.set(kind, loss);
  }

  /** In the order of `lossKinds`. */
  list(): Loss[] {
    return lossKinds.flatMap((kind) => this.#found.get(kind) ?? []);
  }
}
