import type { Answer } from '#domain/contract/answer.ts';
import type { Bridge, HostEvent } from '#domain/contract/event.ts';
import { OperationFailure } from './operation-failure.ts';

const everythingChanged: HostEvent[] = [
  { event: 'session.changed' },
  { event: 'corpus.changed', tables: [], articleId: null, foreign: true },
];

async function post(address: string, body: BodyInit, headers: Record<string, string>): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, { method: 'POST', body, headers });
  } catch (cause) {
    throw new OperationFailure('unavailable', 'unreachable', 'The program does not answer.', { cause: String(cause) });
  }
  if (response.headers.get('content-type')?.startsWith('application/json')) return response.json();
  throw new OperationFailure('unavailable', 'unreachable', `The program answered ${response.status}.`);
}

/** The bridge of a page in the user's own browser, over HTTP and server-sent events of the same origin. */
export function makeHttpBridge(): Bridge {
  const hearers = new Set<(event: HostEvent) => void>();
  const tell = (event: HostEvent) => {
    for (const hear of hearers) hear(event);
  };
  const everything = () => everythingChanged.forEach(tell);
  let lost = false;
  const source = new EventSource('/events');
  // Nothing is asked before the events are heard: of a change between an answer and the first of them no one would tell.
  const hearing = new Promise<void>((resolve) => {
    source.addEventListener('open', () => resolve());
    source.addEventListener('error', () => resolve());
  });
  source.addEventListener('message', (message: MessageEvent<string>) => tell(JSON.parse(message.data) as HostEvent));
  source.addEventListener('missed', everything);
  source.addEventListener('error', () => {
    lost = true;
  });
  source.addEventListener('open', () => {
    if (lost) everything();
    lost = false;
  });
  return {
    async send(operation, input) {
      await hearing;
      return await post('/send', JSON.stringify({ operation, input }), { 'content-type': 'application/json' });
    },

    listen(hear) {
      hearers.add(hear);
      return () => {
        hearers.delete(hear);
      };
    },

    async pathOf(file) {
      const answer = (await post(`/upload?name=${encodeURIComponent(file.name)}`, file, {
        'content-type': 'application/octet-stream',
      })) as Answer<{ grant: string }>;
      if (!answer.ok) throw OperationFailure.of(answer.error);
      return answer.value.grant;
    },
  };
}
