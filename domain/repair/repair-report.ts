import type { CharacterCounts } from './character-counts.ts';

/** What a repair puts right. */
export type RepairKind = 'inline-pinyin' | 'gbk-shift' | 'html-residue' | 'punctuation';

/** Why a repair is proposed; a key that the interface words. The first of each kind are those of certain repairs. */
export type RepairReason =
  /** The character is marked wherever it stands, many characters are, and its usual reading is written. */
  | 'pinyin-always-marked'
  /** A mark that the end of the text cut off, behind a character marked elsewhere. */
  | 'pinyin-cut'
  /** Pinyin behind a character, on less evidence. */
  | 'pinyin-likely'
  /** Pinyin that goes with a shifted place. */
  | 'pinyin-in-shift'
  /** Every other clean text that gives this damage is excluded. */
  | 'shift-proved'
  /** The most probable of several clean texts. */
  | 'shift-likely'
  | 'residue-tag'
  | 'residue-entity'
  | 'residue-space'
  | 'punctuation-inserted'
  | 'punctuation-doubled'
  | 'punctuation-half-width';

export type EvidenceKind =
  /** Damaging the repaired paragraph gives the imported one. `count` 1. */
  | 'forward-model'
  /** The quoted phrase stands elsewhere in the text, `count` times. */
  | 'document'
  /** … in the corpus. */
  | 'corpus'
  /** … in the reference text, the Decision. */
  | 'reference'
  /** A word of the frequency dictionary, with its frequency. */
  | 'dictionary'
  /** A word of the built-in list of official prose. */
  | 'common-word'
  /** A place with the office or organ after it. */
  | 'place-name'
  /** The quotation marks of the paragraph close. */
  | 'quotation'
  /** A speaker follows the quotation. */
  | 'speaker'
  /** The paragraph ends here. */
  | 'paragraph-end'
  /** The quoted character has pinyin behind it everywhere, `count` times. */
  | 'always-marked'
  /** The pinyin is the usual reading of the quoted character. */
  | 'usual-reading'
  /** So many characters of the text are marked. */
  | 'marked-text'
  /** The quoted text is what is left of a tag or an entity. */
  | 'markup'
  /** The quoted mark is the one the text uses elsewhere, `count` times. */
  | 'text-style'
  /** What the flagged words stand for. */
  | 'expected';

/** What speaks for a candidate or a flag. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** The words or characters it is about; may be empty. */
  readonly quote: string;
  /** How often it was found; 1 where that has no meaning. */
  readonly count: number;
}

export interface RepairCandidate {
  readonly insert: string;
  /** How probable it is among the candidates of its place, 0 to 1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** A repair of the text as imported. Offsets are UTF-16 offsets of that text, half-open. */
export interface ProposedRepair {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  /** Ranked best first, at least one. */
  readonly candidates: readonly RepairCandidate[];
  readonly kind: RepairKind;
  /** Whether every other clean text is excluded by a documented rule; only then may it be applied unasked. */
  readonly certain: boolean;
  readonly reason: RepairReason;
  /** Repairs with the same number belong to one shifted place and are to be taken or refused together; null for others. */
  readonly place: number | null;
}

export type FlagKind = 'over-conversion' | 'synonym-spinning' | 'masked-word' | 'injected-text' | 'lost-digit';

/** Something that cannot be repaired, only shown. Offsets are UTF-16 offsets of the text as imported, half-open. */
export interface Flag {
  readonly start: number;
  readonly end: number;
  readonly kind: FlagKind;
  readonly evidence: readonly Evidence[];
}

/**
 * What is known besides the text. Every part may be absent. More knowledge ranks better; the corpus and the reference
 * can also make a repair certain, a dictionary never: it is the platform's, and the same text is to be repaired the same
 * way everywhere.
 */
export interface RepairKnowledge {
  /** The frequency of a word in a dictionary, 0 when it is none; any unit, asked in the script of the text. */
  readonly isWord?: ((word: string) => number) | undefined;
  /** How many times a phrase stands in the corpus, in the script of the text. */
  readonly corpusCount?: ((phrase: string) => number) | undefined;
  /** What stands beside what in the corpus, null when it is empty. Asked only for a text with a damaged place. */
  readonly corpusNeighbours?: (() => CharacterCounts | null) | undefined;
  /** The reference text, the Decision, in either script. */
  readonly reference?: string | undefined;
}

export interface RepairReport {
  /** Sorted by start, disjoint. */
  readonly repairs: readonly ProposedRepair[];
  /** Sorted by start. */
  readonly flags: readonly Flag[];
}
