import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { type NetChange, netChanges } from '#domain/text/carry.ts';
import { applyChanges } from '#domain/text/well-formed.ts';
import { TextOffsets } from './offsets.ts';

/** Edits kept one by one before they are joined to their net effect. */
const MOST = 256;

/** The text of a document of paragraphs, joined by one line feed. */
export function textOf(doc: Node): string {
  return doc.textBetween(0, doc.content.size, '\n');
}

/**
 * The edits of the text that a transaction makes, in text offsets, each in those the one before left behind. Steps say
 * which of two like letters went; where they cannot be said in text offsets, what differs between the texts is the edit.
 */
export function editsOf(transaction: Transaction, before: string): NetChange[] {
  const after = textOf(transaction.doc);
  const edits: NetChange[] = [];
  let text = before;
  transaction.steps.forEach((step, index) => {
    const next = transaction.docs[index + 1] ?? transaction.doc;
    const nextText = textOf(next);
    if (nextText === text) return;
    const [from, to] = [new TextOffsets(text), new TextOffsets(nextText)];
    const own: NetChange[] = [];
    let shift = 0;
    step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
      const inserted = { start: to.offsetOf(newStart), end: to.offsetOf(newEnd) };
      const start = from.offsetOf(oldStart) + shift;
      const end = from.offsetOf(oldEnd) + shift;
      own.push({ start, end, insert: nextText.slice(inserted.start, inserted.end) });
      shift += inserted.end - inserted.start - (end - start);
    });
    const told = own.reduce((now, { start, end, insert }) => now.slice(0, start) + insert + now.slice(end), text);
    edits.push(...(told === nextText ? own : [difference(text, nextText)]));
    text = nextText;
  });
  return text === after ? edits : [difference(before, after)];
}

function difference(before: string, after: string): NetChange {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1;
  return { start: head, end: before.length - tail, insert: after.slice(head, after.length - tail) };
}

/** What was done to a text since it was opened: kept as edits, told as net changes. Never altered, only followed by another. */
export class CorrectionLog {
  readonly text: string;
  readonly #original: string;
  readonly #edits: readonly NetChange[];
  #net: readonly NetChange[] | null = null;

  private constructor(original: string, text: string, edits: readonly NetChange[]) {
    this.#original = original;
    this.text = text;
    this.#edits = edits;
  }

  /** `draft` are net changes of the original. */
  static of(original: string, draft: readonly NetChange[]): CorrectionLog {
    return new CorrectionLog(original, applyChanges(original, draft), draft.toReversed());
  }

  after(transaction: Transaction): CorrectionLog {
    const kept = this.#edits.length > MOST ? this.net.toReversed() : this.#edits;
    const edits = [...kept, ...editsOf(transaction, this.text)];
    return new CorrectionLog(this.#original, textOf(transaction.doc), edits);
  }

  /** In text offsets of the text as it was opened, sorted and apart. */
  get net(): readonly NetChange[] {
    this.#net ??= netChanges(this.#edits, this.#original);
    return this.#net;
  }
}

const key = new PluginKey<CorrectionLog>('corrections');

/** Keeps the log of what is done to the text; stands before the plugins that ask it. */
export function correctionLog(original: string, draft: readonly NetChange[]): Plugin<CorrectionLog> {
  return new Plugin<CorrectionLog>({
    key,
    state: {
      init: () => CorrectionLog.of(original, draft),
      apply: (transaction, log) => (transaction.docChanged ? log.after(transaction) : log),
    },
  });
}

export function correctionsIn(state: EditorState): CorrectionLog {
  const log = key.getState(state);
  if (log === undefined) throw new Error('this editor corrects nothing');
  return log;
}
