import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder, until } from '../host/hosted-corpus.ts';
import { type Connection, connect } from './connection.ts';
import { createCorpus } from './corpus-file.ts';
import { IdleWork } from './idle-work.ts';

let folder: string;
let file: string;
let db: Connection;

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'test.jianzhu');
  createCorpus(file, { id: uuidv7(), name: 'test' }, new Date().toISOString());
  db = connect(file, { readonly: true });
});
afterEach(async () => {
  db.close();
  await rm(folder, { recursive: true, force: true });
});

function write(): void {
  const writer = connect(file);
  writer.prepare(`UPDATE settings SET version = version + 1`).run();
  writer.close();
}

test('it is done once, in several slices, each in a transaction, and again when the corpus was changed', async () => {
  const slices = new Set<number>();
  let steps = 0;
  let done = 0;
  let turn = 0;
  const work = new IdleWork(
    db,
    function* () {
      for (let n = 0; n < 40; n++) {
        expect(db.inTransaction).toBe(true);
        slices.add(turn);
        steps += 1;
        for (const end = performance.now() + 1; performance.now() < end; );
        yield;
      }
    },
    () => (done += 1),
  );
  const turns = setInterval(() => (turn += 1), 0);
  work.wait();
  await until(() => done === 1);
  clearInterval(turns);
  expect(steps).toBe(40);
  expect(slices.size).toBeGreaterThan(1);
  work.wait();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(steps).toBe(40);
  write();
  work.wait();
  await until(() => done === 2);
  expect(steps).toBe(80);
});

test('questions put it off, and a step that fails ends it until the next', async () => {
  let begun = 0;
  let done = 0;
  const work = new IdleWork(
    db,
    function* () {
      begun += 1;
      yield;
      if (begun === 1) throw new Error('no such row');
    },
    () => (done += 1),
  );
  for (let n = 0; n < 5; n++) {
    work.wait();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await until(() => begun === 1);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect([begun, done]).toEqual([1, 0]);
  work.wait();
  await until(() => done === 1);
  expect(begun).toBe(2);
});
