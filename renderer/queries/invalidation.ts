import type { HostEvent } from '#domain/contract/event.ts';
import { listen } from '../bridge/send.ts';
import { queryClient } from './client.ts';
import { areWritesDrawn, wereWritesJustDrawn } from './drawn-writes.ts';
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
/** What a write of our own has drawn itself is fetched again when the hand rests for so many ms, or has not for so many. */
const handRests = 400;
const restAtMost = 10_000;

/** The kinds that the writes drawn before their answer draw. */
const drawnKinds: ReadonlySet<string> = new Set(['annotations', 'articles']);

/** Fetches again what the host says has changed; waits while changes of our own are in flight, not to undo them on screen. */
export function followChanges(): () => void {
  let gathered: { change: CorpusChange; drawn: boolean }[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let fetching = false;
  let notBefore = 0;
  const plan = () => {
    timer ??= setTimeout(fetchAgain, Math.max(gatherFor, notBefore - performance.now()));
  };
  const isStale = ({ queryKey }: { queryKey: readonly unknown[] }) =>
    gathered.some(
      ({ change, drawn }) => isStaleAfter(queryKey, change) && !(drawn && drawnKinds.has(String(queryKey[0]))),
    );
  const fetchAgain = () => {
    timer = null;
    if (areWritesDrawn()) {
      plan();
      return;
    }
    const stale = queryClient.getQueryCache().findAll({ predicate: isStale });
    gathered = [];
    const begun = performance.now();
    fetching = true;
    void queryClient.invalidateQueries({ predicate: (query) => stale.includes(query) }).finally(() => {
      fetching = false;
      const now = performance.now();
      notBefore = now + Math.min(waitAtMost, (now - begun) * (share - 1));
      if (gathered.length > 0) plan();
    });
  };
  const gather = (change: CorpusChange, drawn: boolean) => {
    gathered.push({ change, drawn });
    if (!fetching) plan();
  };

  let resting: CorpusChange[] = [];
  let restingSince = 0;
  let restTimer: ReturnType<typeof setTimeout> | null = null;
  let lastTouch = 0;
  const touch = () => {
    lastTouch = performance.now();
  };
  const whenAtRest = () => {
    restTimer = null;
    const now = performance.now();
    if (now - lastTouch < handRests && now - restingSince < restAtMost) {
      restTimer = setTimeout(whenAtRest, handRests);
      return;
    }
    for (const change of resting) gather(change, false);
    resting = [];
  };
  window.addEventListener('keydown', touch, true);
  window.addEventListener('pointerdown', touch, true);

  const unlisten = listen((event) => {
    if (event.event === 'session.changed') void queryClient.invalidateQueries({ queryKey: keys.session });
    if (event.event !== 'corpus.changed') return;
    const drawn = !event.foreign && wereWritesJustDrawn();
    gather(event, drawn);
    if (!drawn) return;
    if (resting.length === 0) restingSince = performance.now();
    resting.push(event);
    restTimer ??= setTimeout(whenAtRest, handRests);
  });
  return () => {
    unlisten();
    window.removeEventListener('keydown', touch, true);
    window.removeEventListener('pointerdown', touch, true);
    if (timer) clearTimeout(timer);
    if (restTimer) clearTimeout(restTimer);
  };
}
