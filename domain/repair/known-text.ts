import { isCommonWord, isCommonWordOfTwo } from './common-words.ts';
import { countSpeeches, type SpeechStyle } from './quotation.ts';
import type { Evidence, RepairKnowledge } from './repair-report.ts';
import { foldCode, foldScript } from './script-pairs.ts';

/** What is known to be said: the undamaged parts of the text itself, and the knowledge given with it. */
export class KnownText {
  readonly #own: string;
  readonly #knowledge: RepairKnowledge;
  readonly #reference: string;
  #pairs: Set<number> | undefined;
  #speeches: SpeechStyle | undefined;

  /** `own` is the undamaged text, a NUL wherever a damaged stretch was taken out. */
  constructor(own: string, knowledge: RepairKnowledge) {
    this.#own = own;
    this.#knowledge = knowledge;
    this.#reference = foldScript(knowledge.reference ?? '');
  }

  /** How often the undamaged text has a phrase. */
  count(phrase: string): number {
    let count = 0;
    for (let at = this.#own.indexOf(phrase); at >= 0; at = this.#own.indexOf(phrase, at + 1)) count += 1;
    return count;
  }

  has(phrase: string): boolean {
    return this.#own.includes(phrase);
  }

  /** Whether the text, the reference text or (at least twice) the corpus has the phrase; what says so, or null. */
  attests(phrase: string): Evidence | null {
    const own = this.count(phrase);
    if (own > 0) return { kind: 'document', quote: phrase, count: own };
    if (this.#reference.includes(foldScript(phrase))) return { kind: 'reference', quote: phrase, count: 1 };
    const corpus = this.#knowledge.corpusCount?.(phrase) ?? 0;
    return corpus >= 2 ? { kind: 'corpus', quote: phrase, count: corpus } : null;
  }

  /** How the undamaged text closes its speeches. */
  speeches(): SpeechStyle {
    this.#speeches ??= countSpeeches(this.#own);
    return this.#speeches;
  }

  /** Whether two characters stand side by side in the undamaged text, or are a built-in word. */
  together(first: string, second: string): boolean {
    if (this.#pairs === undefined) {
      this.#pairs = new Set();
      for (let i = 1; i < this.#own.length; i++) {
        this.#pairs.add((this.#own.charCodeAt(i - 1) << 16) | this.#own.charCodeAt(i));
      }
    }
    const [one, other] = [first.charCodeAt(0), second.charCodeAt(0)];
    return this.#pairs.has((one << 16) | other) || isCommonWordOfTwo(foldCode(one), foldCode(other));
  }

  /** Whether two or more characters are a built-in word; what says so, or null. */
  commonWord(word: string): Evidence | null {
    return isCommonWord(foldScript(word)) ? { kind: 'common-word', quote: word, count: 1 } : null;
  }

  /** Whether two or more characters are a word, by the built-in list or the dictionary; what says so, or null. */
  word(word: string): Evidence | null {
    const common = this.commonWord(word);
    if (common !== null) return common;
    const frequency = this.#knowledge.isWord?.(word) ?? 0;
    return frequency > 0 ? { kind: 'dictionary', quote: word, count: frequency } : null;
  }
}
