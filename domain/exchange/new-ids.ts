import { derivedGuid, isCorpusId } from './guid.ts';
import type { MeetingReport, RowKind } from './import-plan.ts';
import type { PresentCorpus } from './present-corpus.ts';

/** Gives rows that come in the ids they have in the file, as far as these are free and ids of a corpus. */
export class NewIds {
  readonly #present: PresentCorpus;
  readonly #makeId: () => string;
  readonly #meetings: MeetingReport;
  readonly #given = new Set<string>();

  constructor(present: PresentCorpus, makeId: () => string, meetings: MeetingReport) {
    this.#present = present;
    this.#makeId = makeId;
    this.#meetings = meetings;
  }

  /** The id that a GUID has in a corpus, the same at every import. */
  idOf(guid: string): string {
    return isCorpusId(guid) ? guid : derivedGuid('id', guid);
  }

  /** An id that no row of the kind has: that of the GUID, else one derived from it, else a new one. */
  free(kind: RowKind, guid: string, name = ''): string {
    const wanted = this.idOf(guid);
    for (const id of [wanted, derivedGuid('again', guid)]) {
      if (this.#given.has(`${kind} ${id}`) || this.#present.state(kind, id) !== 'free') continue;
      if (id !== wanted) this.#meetings.add('new-id', name);
      this.#given.add(`${kind} ${id}`);
      return id;
    }
    this.#meetings.add('new-id', name);
    return this.#makeId();
  }
}
