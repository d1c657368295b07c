import { QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { LatestClient } from './latest-client.ts';

const queryKey = ['articles'];
const client = new LatestClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } } });
/** What the host has, and the answers on their way, each with what it had when it was asked. */
let stored = 'before';
let onTheirWay: (() => void)[] = [];
const queryFn = () => {
  const read = stored;
  return new Promise<string>((resolve) => onTheirWay.push(() => resolve(read)));
};
const turn = () => new Promise((resolve) => setTimeout(resolve));
async function deliver(): Promise<void> {
  for (const answer of onTheirWay.splice(0)) answer();
  await turn();
}
const look = () => new QueryObserver(client, { queryKey, queryFn }).subscribe(() => {});

afterEach(() => {
  client.clear();
  stored = 'before';
  onTheirWay = [];
});

test('a change that comes while the first answer is on its way is asked for once more', async () => {
  const leave = look();
  stored = 'after';
  let done = false;
  const invalidated = client.invalidateQueries({ queryKey }).then(() => {
    done = true;
  });
  await deliver();
  expect(client.getQueryData(queryKey)).toBe('before');
  expect(done).toBe(false);
  await deliver();
  await invalidated;
  expect(client.getQueryData(queryKey)).toBe('after');
  expect(onTheirWay).toEqual([]);
  leave();
});

test('a first answer is shown when it comes, however many changes overtake it', async () => {
  const leave = look();
  for (let change = 0; change < 5; change++) void client.invalidateQueries({ queryKey });
  expect(onTheirWay).toHaveLength(1);
  await deliver();
  expect(client.getQueryData(queryKey)).toBe('before');
  leave();
});

test('what nobody looks at any more is still known to be old, and asked for when it is looked at again', async () => {
  const leave = look();
  await deliver();
  void client.invalidateQueries({ queryKey });
  leave();
  stored = 'after';
  void client.invalidateQueries({ queryKey });
  await deliver();
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true);
  const leaveAgain = look();
  await deliver();
  expect(client.getQueryData(queryKey)).toBe('after');
  leaveAgain();
});

test('an answer that fails leaves the next one to be asked for', async () => {
  let refuse: (() => void) | null = null;
  const failing = () => new Promise<string>((_resolve, reject) => (refuse = () => reject(new Error('busy'))));
  const observer = new QueryObserver(client, { queryKey, queryFn: failing });
  const leave = observer.subscribe(() => {});
  const invalidated = client.invalidateQueries({ queryKey });
  observer.setOptions({ queryKey, queryFn });
  refuse!();
  await turn();
  await deliver();
  await invalidated;
  expect(client.getQueryData(queryKey)).toBe('before');
  leave();
});
