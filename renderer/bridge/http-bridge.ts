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
  return {
    send: (operation, input) =>
      post('/send', JSON.stringify({ operation, input }), { 'content-type': 'application/json' }),

    listen(hear) {
      let lost = false;
      const source = new EventSource('/events');
      const everything = () => {
        for (const event of everythingChanged) hear(event);
      };
      source.addEventListener('message', (message: MessageEvent<string>) => {
        hear(JSON.parse(message.data) as HostEvent);
      });
      source.addEventListener('missed', everything);
      source.addEventListener('error', () => {
        lost = true;
      });
      source.addEventListener('open', () => {
        if (lost) everything();
        lost = false;
      });
      return () => source.close();
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
