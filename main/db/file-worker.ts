import { parentPort, workerData } from 'node:worker_threads';
import { refuse } from '#domain/contract/answer.ts';
import { copyVerified, makeBackup, restoreBackup } from './backups.ts';
import { createCorpus, prepareCorpus } from './corpus-file.ts';
import { emptyBin } from './empty-bin.ts';
import type { FileTask, FileTasks } from './file-tasks.ts';

const tasks: { [Name in FileTask]: (input: FileTasks[Name]['input']) => Promise<FileTasks[Name]['output']> } = {
  create: async ({ file, identity, now }) => createCorpus(file, identity, now),
  prepare: ({ file, backups }) =>
    prepareCorpus(file, async (identity) => {
      await makeBackup(file, `${backups}/${identity.id}`, 'migration', new Date());
    }),
  backup: ({ file, folder, occasion }) => makeBackup(file, folder, occasion, new Date()),
  copy: ({ file, target }) => copyVerified(file, target),
  restore: ({ file, backup, backups }) => restoreBackup(file, backup, backups, new Date()),
  emptyBin: async ({ file, corpusId, backups, coder }) => {
    await makeBackup(file, `${backups}/${corpusId}`, 'restore', new Date());
    return emptyBin(file, coder, new Date().toISOString());
  },
};

const { task, input } = workerData as { task: FileTask; input: never };
try {
  parentPort?.postMessage({ ok: true, value: await tasks[task](input) });
} catch (error) {
  parentPort?.postMessage(refuse(error));
}
