import type { HostEvent } from '#domain/contract/event.ts';
import { listen } from '../bridge/send.ts';
import { queryClient } from './client.ts';
import { areWritesDrawn } from './drawn-writes.ts';
import { keyedByArticle, keys, staleBy } from './keys.ts';

/** The event of a change to the corpus. */
export type CorpusChange = Extract<HostEvent, { event: 'corpus.changed' }>;

/** Whether a cached answer may have changed by it: by the tables it shows, and the article if it is of one. */
export function isStaleAfter(queryKey: readonly unknown[], change: CorpusChange): boolean {
  const [kind, articleId] = queryKey;
  if (kind === 'session' || kind === 'backups') return false;
  if (change.foreign || change.tables.some((table) => staleBy[table] === undefined)) return true;
  if (!change.tables.some((table) => staleBy[table]?.includes(String(kind)))) return false;
  return change.articleId === null || !keyedByArticle.has(String(kind)) || articleId === change.articleId;
}

/** ms that changes are gathered, so that a batch of them is fetched once. */
const gatherFor = 40;
/** Fetching again takes at most one part in so many of the time, however many changes come in a row. */
const share = 20;
/** ms that it waits for that at most: one slow answer must not keep what others wrote out of sight. */
const waitAtMost = 3000;

/** Fetches again what the host says has changed; waits while changes of our own are in flight, not to undo them on screen. */
export function followChanges(): () => void {
  let gathered: CorpusChange[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let fetching = false;
  let notBefore = 0;
  const plan = () => {
    timer ??= setTimeout(fetchAgain, Math.max(gatherFor, notBefore - performance.now()));
  };
  const fetchAgain = () => {
    timer = null;
    if (areWritesDrawn()) {
      plan();
      return;
    }
    const changes = gathered;
    gathered = [];
    const begun = performance.now();
    fetching = true;
    void queryClient
      .invalidateQueries({ predicate: (query) => changes.some((change) => isStaleAfter(query.queryKey, change)) })
      .finally(() => {
        fetching = false;
        const now = performance.now();
        notBefore = now + Math.min(waitAtMost, (now - begun) * (share - 1));
        if (gathered.length > 0) plan();
      });
  };
  const unlisten = listen((event) => {
    if (event.event === 'session.changed') void queryClient.invalidateQueries({ queryKey: keys.session });
    if (event.event !== 'corpus.changed') return;
    gathered.push(event);
    if (!fetching) plan();
  });
  return () => {
    unlisten();
    if (timer) clearTimeout(timer);
  };
}
