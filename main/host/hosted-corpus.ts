import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { type Answer, errorCodes, errorReasons, type OperationError, Refusal } from '#domain/contract/answer.ts';
import type { HostEvent } from '#domain/contract/event.ts';
import { findOperation, type Input, type NamesOfKind, type OperationName, type Value } from '#domain/contract/index.ts';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { Matrix, MatrixQuestion } from '#domain/contract/matrix.ts';
import { unpackMatrix } from '#domain/matrix/pack-matrix.ts';
import { job, type Job } from '#domain/contract/job.ts';
import { BUILTIN_CODEBOOK_ID, builtinCategories } from '#domain/codebook/builtin-codebook.ts';
import { dumpCorpus, dumpLive } from '../db/corpus-dump.ts';
import { Host, type HostShell } from './host.ts';

// From source, most of a worker's start is the stripping of types: kept, its start takes a fifth of the time.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'jianzhu-test-compiled');

export const builtin = BUILTIN_CODEBOOK_ID;
export const categoryIds = builtinCategories.map((category) => category.id);

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'jianzhu-test-'));
}

/** Waits until the question is answered with yes, asked every 20 ms. */
export async function until(question: () => boolean, within = 10_000): Promise<void> {
  for (const end = Date.now() + within; !question(); ) {
    if (Date.now() > end) throw new Error(`this did not come about within ${within} ms: ${String(question)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A host as the programs run it, whose every answer is held against the contract. */
export class TestHost {
  readonly folder: string;
  readonly host: Host;
  readonly events: HostEvent[] = [];

  constructor(folder = temporaryFolder(), shell: Partial<HostShell> = {}) {
    this.folder = folder;
    this.host = new Host(folder, { kind: 'browser', dialogs: null, addressOf: (file) => `/file/${file}`, ...shell });
    this.host.onEvent = (event) => this.events.push(event);
  }

  /** With a coder and an empty corpus. */
  static async make(coder = 'Lin'): Promise<TestHost> {
    const made = new TestHost();
    await made.identify(coder);
    await made.ask('corpus.create', { name: 'test' });
    return made;
  }

  get file(): string {
    if (this.host.corpus === null) throw new Error('no corpus is open');
    return this.host.corpus.file;
  }

  async identify(name: string, id: string = uuidv7()): Promise<void> {
    await this.ask('coder.identify', { id, name });
  }

  /** Another window of the program, with a data folder of its own, on the same corpus file. */
  async another(coder: string): Promise<TestHost> {
    const other = new TestHost();
    await other.identify(coder);
    await other.host.openFile(this.file);
    return other;
  }

  /** Ends the program and starts it again. */
  async restart(): Promise<TestHost> {
    await this.host.close();
    const again = new TestHost(this.folder);
    await again.host.start(null);
    return again;
  }

  async send(operation: unknown, input: unknown): Promise<Answer<unknown>> {
    return held(operation, await this.host.send(operation, input));
  }

  async ask<Name extends OperationName>(operation: Name, input: Input<Name>): Promise<Value<Name>> {
    const answer = await this.send(operation, input);
    if (!answer.ok) throw Refusal.of(answer.error);
    return answer.value as Value<Name>;
  }

  async matrix(question: MatrixQuestion): Promise<Matrix> {
    return unpackMatrix(await this.ask('matrix.count', question));
  }

  async refusal(operation: string, input: unknown): Promise<OperationError> {
    const answer = await this.send(operation, input);
    if (answer.ok) throw new Error(`${operation} was not refused: ${JSON.stringify(answer.value).slice(0, 300)}`);
    return answer.error;
  }

  async end(operation: NamesOfKind<'job'>, input: unknown): Promise<Job> {
    const answer = await this.send(operation, input);
    if (!answer.ok) throw Refusal.of(answer.error);
    const { job: id } = answer.value as { job: string };
    return await this.ended(id);
  }

  async ended(id: string): Promise<Job> {
    let present = await this.ask('job.get', { job: id });
    while (present.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 5));
      present = await this.ask('job.get', { job: id });
    }
    // A job that was stopped may have nothing to show.
    if (present.state !== 'failed' && present.result !== null)
      findOperation(present.operation)?.output.parse(present.result);
    return present;
  }

  async importText(text: string, name = 'text.txt'): Promise<string> {
    const { result } = await this.end('article.import', { sources: [{ text, name }] });
    const [file] = (result as { files: { articleId: string | null; message: string | null }[] }).files;
    if (file === undefined || file.articleId === null) throw new Error(`not imported: ${file?.message}`);
    return file.articleId;
  }

  /** Annotates the first occurrence of the quote. */
  async annotate(
    articleId: string,
    quote: string,
    more: Partial<Input<'annotation.create'>> = {},
  ): Promise<Annotation> {
    const { text, revisionId } = await this.ask('article.get', { articleId });
    const start = text.indexOf(quote);
    if (start < 0) throw new Error(`“${quote}” is not in the text`);
    return await this.ask('annotation.create', {
      id: uuidv7(),
      articleId,
      revisionId,
      span: { start, end: start + quote.length },
      exact: quote,
      links: [],
      ...more,
    });
  }

  dump() {
    return dumpCorpus(this.file);
  }

  live() {
    return dumpLive(this.file);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.host.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Throws unless the answer is one the contract knows. */
export function held(operation: unknown, answer: Answer<unknown>): Answer<unknown> {
  JSON.stringify(answer);
  if (!answer.ok) {
    const { code, message, details } = answer.error;
    if (!errorCodes.includes(code) || !errorReasons.includes(details.reason))
      throw new Error(`${String(operation)} refuses with an unknown ${code} ${details.reason}`);
    if (message.length < 10 || message.length > 600)
      throw new Error(`${String(operation)} refuses with ${message.length} characters: ${message.slice(0, 200)}`);
    if (code === 'internal') throw new Error(`${String(operation)} failed inside: ${message.slice(0, 500)}`);
    return answer;
  }
  const found = typeof operation === 'string' ? findOperation(operation) : null;
  if (found === null) throw new Error(`an unknown operation was answered`);
  const schema = found.kind === 'job' ? job.pick({ id: true }).transform(() => null) : found.output;
  const parsed = schema.safeParse(found.kind === 'job' ? { id: (answer.value as { job: string }).job } : answer.value);
  if (!parsed.success)
    throw new Error(`${String(operation)} answers otherwise than its contract: ${parsed.error.message.slice(0, 500)}`);
  return answer;
}
