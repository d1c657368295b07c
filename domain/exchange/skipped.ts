import type { LossKind } from './losses.ts';

/** What a reader met and a project of ours has no place for; said in the loss report of the import. */
export interface Skipped {
  kind: LossKind;
  example: string;
}

/** A place where a file is not as the format has it, though what is meant is clear. */
export interface Irregularity {
  line: number;
  what: string;
}
