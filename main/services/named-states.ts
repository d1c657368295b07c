import { Refusal } from '#domain/contract/answer.ts';
import type { NamedState } from '#domain/contract/history.ts';
import type { Input } from '#domain/contract/index.ts';
import { findRow, versionChanged } from '../db/recorder.ts';
import { idTaken } from './codebooks.ts';
import type { ReadContext, WriteContext } from './context.ts';

type Nothing = Record<string, never>;

export function listStates({ db }: Pick<ReadContext, 'db'>): NamedState[] {
  return db
    .prepare(
      `SELECT s.id, s.version, s.name, s.note, s.created_at AS at, c.name AS coderName
       FROM named_states s JOIN coders c ON c.id = s.coder_id WHERE s.deleted_at IS NULL ORDER BY s.created_at DESC, s.id DESC`,
    )
    .all() as NamedState[];
}

export function createState(context: WriteContext, input: Input<'state.create'>): Nothing {
  const { db, record, coder } = context;
  if (findRow(db, 'named_states', input.id) !== null) throw idTaken(input.id);
  if (db.prepare('SELECT 1 FROM named_states WHERE name = ? AND deleted_at IS NULL').get(input.name) !== undefined)
    throw new Refusal('conflict', 'name-taken', 'A state has this name already: choose another.', { name: input.name });
  const last = db.prepare('SELECT coalesce(max(seq), 0) FROM history_entries').pluck().get() as number;
  record.insert('named_states', {
    id: input.id,
    name: input.name,
    note: input.note,
    coder_id: coder.id,
    entry_seq: last,
  });
  context.note(null, input.name);
  return {};
}

export function removeState(context: WriteContext, input: Input<'state.remove'>): Nothing {
  const state = findRow(context.db, 'named_states', input.id);
  if (state === null || state.deleted_at !== null)
    throw new Refusal('not-found', 'state-missing', 'There is no such named state in this corpus.', { id: input.id });
  if (state.version !== input.version) throw versionChanged(input.version, state.version);
  context.record.remove('named_states', input.id, input.version);
  context.note(null, state.name as string);
  return {};
}
