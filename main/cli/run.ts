import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Answer, Refusal, refuse } from '#domain/contract/answer.ts';
import { name } from '#domain/contract/values.ts';
import { dataFolder } from '../host/data-folder.ts';
import { lostReasons } from '../host/corpus-desk.ts';
import { Host } from '../host/host.ts';
import { installedPrinter } from '../host/installed-chromium.ts';
import type { Command, Options, Shown } from './command.ts';
import { commands, findCommand } from './commands.ts';
import { UsageError } from './usage-error.ts';

const REFUSED = 1;
const USAGE = 2;

/** Carries out a command line; resolves to the exit status: 0, 1 (refused, with the reason), 2 (usage). */
export async function run(argv: string[]): Promise<number> {
  let options: Options;
  let words: string[];
  try {
    const parsed = parseArgs({
      args: argv,
      allowPositionals: true,
      strict: true,
      options: {
        corpus: { type: 'string' },
        coder: { type: 'string' },
        name: { type: 'string' },
        out: { type: 'string' },
        format: { type: 'string' },
        articles: { type: 'string' },
        categories: { type: 'string' },
        annotations: { type: 'string' },
        template: { type: 'string' },
        finding: { type: 'string' },
        findings: { type: 'string' },
        sections: { type: 'string' },
        script: { type: 'string' },
        quotations: { type: 'string' },
        title: { type: 'string' },
        bom: { type: 'boolean' },
        language: { type: 'string' },
        readme: { type: 'string' },
        encoding: { type: 'string' },
        repair: { type: 'string' },
        column: { type: 'string', multiple: true },
        original: { type: 'boolean' },
        'code-points': { type: 'boolean' },
        list: { type: 'boolean' },
        article: { type: 'string', multiple: true },
        'no-texts': { type: 'boolean' },
        'no-references': { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        'own-names': { type: 'boolean' },
        force: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    options = parsed.values;
    words = parsed.positionals;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n${usage()}`);
    return USAGE;
  }
  if (options.help || words.length === 0) {
    (options.help ? console.log : console.error)(usage());
    return options.help ? 0 : USAGE;
  }
  const found = findCommand(words);
  if (found === null) {
    console.error(`There is no command “${words.slice(0, 2).join(' ')}”.\n${usage()}`);
    return USAGE;
  }
  const host = new Host(dataFolder(), {
    kind: 'command-line',
    dialogs: null,
    addressOf: null,
    printer: installedPrinter(process.env),
  });
  try {
    if (options.coder !== undefined && !name.safeParse(options.coder).success)
      throw new UsageError('--coder needs a name of at most 200 characters.');
    const carryOut = found.command.plan(found.rest, options);
    await openFor(found.command, host, options.corpus);
    const shown = await carryOut(host);
    if (options.json) await printShown(shown);
    else process.stdout.write(shown.asIs || shown.text === '' ? shown.text : `${shown.text}\n`);
    return shown.status ?? 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n${usage()}`);
      return USAGE;
    }
    const answer = refuse(error);
    if (options.json) printJson(answer);
    else if (!answer.ok) console.error(answer.error.message);
    if (!(error instanceof Refusal)) console.error(error);
    return REFUSED;
  } finally {
    await host.close();
  }
}

async function openFor({ words, corpus }: Command, host: Host, given: string | undefined): Promise<void> {
  if (given === undefined) {
    if (corpus === 'if given') return;
    throw new UsageError(`${words} needs --corpus FILE.`);
  }
  if (corpus === 'new') return;
  try {
    await host.openFile(resolve(given));
  } catch (error) {
    const bearable = error instanceof Refusal && lostReasons.includes(error.details.reason);
    if (corpus !== 'even damaged' || !bearable) throw error;
  }
}

function printJson(answer: Answer<unknown>): void {
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
}

/** A list is written as it comes: all of a large import would not fit into one string. */
async function printShown({ value, list }: Shown): Promise<void> {
  if (list === undefined) return printJson({ ok: true, value });
  const head = JSON.stringify({ ok: true, value }).slice(0, -2);
  process.stdout.write(`${head}${head.endsWith('{') ? '' : ','}${JSON.stringify(list.name)}:[`);
  let separator = '\n';
  for await (const item of list.items) {
    if (!process.stdout.write(separator + JSON.stringify(item))) await once(process.stdout, 'drain');
    separator = ',\n';
  }
  process.stdout.write('\n]}}\n');
}

function usage(): string {
  return [
    'usage: npm run --silent cli -- --corpus FILE COMMAND … [--json]',
    '',
    ...commands.map((command) => `  ${command.usage}`),
  ].join('\n');
}
