import type { BinKind } from '#domain/contract/history.ts';
import type { Input, NamesOfKind } from '#domain/contract/index.ts';
import { v7 as uuidv7 } from 'uuid';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { save } from '../app/saves.ts';
import { queryClient } from '../queries/client.ts';
import { undoOffer } from './mutations.ts';

async function change<Name extends NamesOfKind<'write'>>(name: Name, input: Input<Name>) {
  try {
    const value = await save(name, input);
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    return value;
  } catch (thrown) {
    alertFailure(thrown);
    return null;
  }
}

export async function restoreFromBin(kind: BinKind, id: string): Promise<void> {
  if ((await change('bin.restore', { kind, id })) !== null) notify('quiet', t('trail.restored'), undoOffer());
}

export async function emptyBin(): Promise<void> {
  const emptied = await change('bin.empty', {});
  if (emptied !== null) notify('quiet', t('trail.emptied', { count: emptied.deleted }));
}

export async function nameState(name: string, note: string): Promise<void> {
  await change('state.create', { id: uuidv7(), name, note });
}

export async function removeState(id: string, version: number): Promise<void> {
  if ((await change('state.remove', { id, version })) !== null) notify('quiet', t('trail.stateRemoved'), undoOffer());
}
