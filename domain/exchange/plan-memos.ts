import { derivedGuid } from './guid.ts';
import type { MeetingReport, PlannedMemo } from './import-plan.ts';
import type { LossReport } from './losses.ts';
import type { NewIds } from './new-ids.ts';
import { shortened } from './plan-codes.ts';
import type { PresentCorpus } from './present-corpus.ts';
import type { ExchangeNote, ExchangeSelection } from './project.ts';

/** In UTF-16 units, as the corpus takes them. */
export const LONGEST_NOTE = 100_000;
export const LONGEST_TITLE = 500;

interface MemoSurroundings {
  present: PresentCorpus;
  ids: NewIds;
  meetings: MeetingReport;
  losses: LossReport;
  /** Whether the project was written by this program: its notes then have no title of their own. */
  own: boolean;
  coderOf: (user: string | null) => string;
}

/** What becomes of the notes of a project: of selections they become notes of annotations, all others memos. */
export class MemoPlan {
  readonly planned: PlannedMemo[] = [];
  readonly #notes: ReadonlyMap<string, ExchangeNote>;
  readonly #used = new Set<string>();
  readonly #with: MemoSurroundings;

  constructor(notes: readonly ExchangeNote[], surroundings: MemoSurroundings) {
    this.#notes = new Map(notes.map((note) => [note.guid, note]));
    this.#with = surroundings;
  }

  /** The text of the notes that a selection and its codings refer to. */
  noteOf({ description, noteRefs, codings }: ExchangeSelection): string {
    const guids = [...new Set([...noteRefs, ...codings.flatMap((coding) => coding.noteRefs)])];
    const parts = guids.flatMap((guid) => {
      const note = this.#notes.get(guid);
      if (note === undefined) return [];
      this.#used.add(guid);
      const titled = this.#with.own || note.name.trim() === '' || note.text.startsWith(note.name);
      return [titled ? note.text : `${note.name}\n${note.text}`];
    });
    const [first, ...others] = description === '' ? parts : [description, ...parts];
    return others.length === 0 ? (first ?? '') : [first, ...others].join('\n\n');
  }

  /** Memos of the notes with these GUIDs; a note that was used before becomes one more. */
  about(subject: PlannedMemo['subject'], subjectId: string, guids: readonly string[]): void {
    const { present, ids, meetings } = this.#with;
    for (const guid of guids) {
      const note = this.#notes.get(guid);
      if (note === undefined) continue;
      const again = this.#used.has(guid);
      this.#used.add(guid);
      if (!again && present.state('memos', ids.idOf(guid)) === 'live') {
        meetings.add('memo-there', note.name);
        continue;
      }
      const { user, name: title, text: body } = note;
      this.add({ guid: again ? derivedGuid('memo', guid, subjectId) : guid, subject, subjectId, user, title, body });
    }
  }

  add(memo: Omit<PlannedMemo, 'id' | 'coderId'> & { guid: string; user: string | null }): void {
    const { guid, subject, subjectId, user, title, body } = memo;
    const { ids, losses, coderOf } = this.#with;
    this.planned.push({
      id: ids.free('memos', guid, title),
      subject,
      subjectId,
      coderId: coderOf(user),
      title: shortened(title, LONGEST_TITLE, losses),
      body: shortened(body, LONGEST_NOTE, losses),
    });
  }

  /** GUIDs of the notes that nothing has referred to. */
  unused(): string[] {
    return [...this.#notes.keys()].filter((guid) => !this.#used.has(guid));
  }
}
