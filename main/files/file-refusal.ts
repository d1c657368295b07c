import { basename, dirname } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';

/** Failures of the file system that a person can act on, as refusals; anything else is given back as it is. */
export function fileRefusal(error: unknown, target: string): unknown {
  if (error instanceof Refusal || !(error instanceof Error) || !('code' in error)) return error;
  const system = String(error.code);
  const details = { file: basename(target), folder: dirname(target), system };
  if (/^(ENOSPC|EDQUOT)$/.test(system)) {
    return new Refusal(
      'unavailable',
      'disk-full',
      `There is no room left on the disk for ${details.file}: make room and try again.`,
      details,
    );
  }
  if (/^E[A-Z]+$/.test(system)) {
    return new Refusal(
      'unavailable',
      'folder-unwritable',
      `${details.file} cannot be written in ${details.folder} (${system}): choose another folder, or change its rights.`,
      details,
    );
  }
  return error;
}
