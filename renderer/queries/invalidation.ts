import type { HostEvent } from '#domain/contract/event.ts';
import { listen } from '../bridge/send.ts';
import { queryClient } from './client.ts';
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

/** Fetches again what the host says has changed; waits while changes of our own are in flight, not to undo them on screen. */
export function followChanges(): () => void {
  let gathered: CorpusChange[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const fetchAgain = () => {
    timer = null;
    if (queryClient.isMutating() > 0) {
      timer = setTimeout(fetchAgain, gatherFor);
      return;
    }
    const changes = gathered;
    gathered = [];
    void queryClient.invalidateQueries({
      predicate: (query) => changes.some((change) => isStaleAfter(query.queryKey, change)),
    });
  };
  const unlisten = listen((event) => {
    if (event.event === 'session.changed') void queryClient.invalidateQueries({ queryKey: keys.session });
    if (event.event !== 'corpus.changed') return;
    gathered.push(event);
    timer ??= setTimeout(fetchAgain, gatherFor);
  });
  return () => {
    unlisten();
    if (timer) clearTimeout(timer);
  };
}
