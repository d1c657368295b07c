import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostEvent } from '#domain/contract/event.ts';

/** How many events are kept for a page that was cut off for a moment. */
const KEPT = 500;
/** A sign of life for idle connections, in ms. */
const HEARTBEAT = 20_000;

/** Server-sent events with sequence numbers; a page that missed more than is kept is told to fetch all again. */
export class EventStream {
  readonly #pages = new Set<ServerResponse>();
  readonly #kept: { id: number; data: string }[] = [];
  readonly #heartbeat = setInterval(() => this.#write(': still here\n\n'), HEARTBEAT);
  #last = 0;

  send(event: HostEvent): void {
    this.#last += 1;
    const entry = { id: this.#last, data: JSON.stringify(event) };
    this.#kept.push(entry);
    if (this.#kept.length > KEPT) this.#kept.shift();
    this.#write(`id: ${entry.id}\ndata: ${entry.data}\n\n`);
  }

  add(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    response.write('retry: 500\n\n');
    const seen = request.headers['last-event-id'];
    if (seen !== undefined) this.#catchUp(response, /^\d{1,15}$/.test(String(seen)) ? Number(seen) : -1);
    this.#pages.add(response);
    response.on('close', () => this.#pages.delete(response));
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const page of this.#pages) page.end();
  }

  #catchUp(response: ServerResponse, seen: number): void {
    const first = this.#kept[0]?.id ?? this.#last + 1;
    if (seen < first - 1 || seen > this.#last) {
      response.write(`id: ${this.#last}\nevent: missed\ndata: {}\n\n`);
      return;
    }
    for (const { id, data } of this.#kept) if (id > seen) response.write(`id: ${id}\ndata: ${data}\n\n`);
  }

  #write(text: string): void {
    for (const page of this.#pages) page.write(text);
  }
}
