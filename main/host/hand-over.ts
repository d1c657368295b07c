import { copyFile, rename, rm } from 'node:fs/promises';
import { fileRefusal } from '../files/file-refusal.ts';

/** Copies a finished file to where it was asked for: whole or not at all. */
export async function handOver(path: string, target: string): Promise<void> {
  const part = `${target}.part`;
  try {
    await copyFile(path, part);
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw fileRefusal(error, target);
  }
}
