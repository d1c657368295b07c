import { type CharacterCounts, countCharacters, foldForCounts } from '#domain/repair/character-counts.ts';
import type { RepairKnowledge } from '#domain/repair/repair-report.ts';
import type { Connection } from '../db/connection.ts';

/** So many UTF-16 units of the corpus are kept, of the newest articles; more would be read, not learnt from. */
const KEPT = 300_000;
/** What one article may take of them. */
const KEPT_OF_ONE = 20_000;
const CORPUS_WEIGHT = 1;
const REMEMBERED = 50_000;

/**
 * What the corpus and the platform know that helps to put a damaged text right: the words of the platform's dictionary
 * (ICU's, by which it segments Chinese), which only rank, and what stands in the corpus as it is now. The corpus is read
 * when the first damaged text asks, and what is imported meanwhile is not in it: which portions were stored by then
 * depends on the clock, and the same import is to give the same repairs.
 */
export function repairKnowledge(db: Connection): RepairKnowledge {
  const until = db.prepare('SELECT max(seq) FROM articles').pluck().get() as number | null;
  let kept: KeptTexts | undefined;
  const texts = () => (kept ??= new KeptTexts(readUndamaged(db, until ?? 0)));
  return {
    isWord,
    corpusCount: (phrase) => texts().count(phrase),
    corpusNeighbours: () => texts().neighbours,
  };
}

/** The newest texts that have no open place read one byte off and no flag, up to `KEPT` units. */
function readUndamaged(db: Connection, until: number): string[] {
  const rows = db
    .prepare(
      `SELECT r.text FROM articles a JOIN revisions r ON r.id = a.revision_id
       WHERE a.seq <= ? AND a.deleted_at IS NULL AND a.flags = 0 AND NOT EXISTS (
         SELECT 1 FROM revisions i JOIN repairs p ON p.revision_id = i.id
         WHERE i.article_id = a.id AND p.kind = 'gbk-shift' AND p.decision = 'open')
       ORDER BY a.seq DESC`,
    )
    .pluck()
    .iterate(until) as IterableIterator<string>;
  const texts: string[] = [];
  let units = 0;
  for (const text of rows) {
    const own = text.slice(0, Math.min(KEPT_OF_ONE, KEPT - units));
    texts.push(own);
    units += own.length;
    if (units >= KEPT) break;
  }
  return texts;
}

class KeptTexts {
  readonly neighbours: CharacterCounts | null;
  readonly #text: string;
  readonly #counted = new Map<string, number>();

  constructor(texts: readonly string[]) {
    this.neighbours = texts.length === 0 ? null : countCharacters(texts, CORPUS_WEIGHT);
    this.#text = texts.join('\0');
  }

  count(phrase: string): number {
    if (this.neighbours === null || phrase === '' || !this.#hasTriples(phrase, this.neighbours)) return 0;
    const known = this.#counted.get(phrase);
    if (known !== undefined) return known;
    let count = 0;
    for (let at = this.#text.indexOf(phrase); at >= 0; at = this.#text.indexOf(phrase, at + 1)) count += 1;
    if (this.#counted.size >= REMEMBERED) this.#counted.clear();
    this.#counted.set(phrase, count);
    return count;
  }

  /** Whether every three characters of a phrase stand somewhere: most phrases asked for do not, and are told so at once. */
  #hasTriples(phrase: string, neighbours: CharacterCounts): boolean {
    for (let i = 2; i < phrase.length; i++) {
      const [first, second, third] = [0, 1, 2].map((k) => foldForCounts(phrase.charCodeAt(i - 2 + k)));
      if (neighbours.triple(first ?? 0, second ?? 0, third ?? 0) === 0) return false;
    }
    return true;
  }
}

let segmenter: Intl.Segmenter | undefined;
const words = new Map<string, number>();

/** 1 when the platform's dictionary has two characters or more as one word, else 0: it does not tell how frequent. */
function isWord(word: string): number {
  const known = words.get(word);
  if (known !== undefined) return known;
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const [first] = segmenter.segment(word);
  const found = first?.isWordLike === true && first.segment === word ? 1 : 0;
  if (words.size >= REMEMBERED) words.clear();
  words.set(word, found);
  return found;
}
