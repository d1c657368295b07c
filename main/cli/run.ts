import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Answer, Refusal, refuse } from '#domain/contract/answer.ts';
import { dataFolder } from '../host/data-folder.ts';
import { Host } from '../host/host.ts';
import { commands, findCommand, type Options } from './commands.ts';
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
        language: { type: 'string' },
        original: { type: 'boolean' },
        'code-points': { type: 'boolean' },
        list: { type: 'boolean' },
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
  const host = new Host(dataFolder(), { kind: 'command-line', dialogs: null, addressOf: null });
  try {
    if (found.command.needsCorpus && !(options.list ?? false)) {
      if (options.corpus === undefined) throw new UsageError(`${found.command.words} needs --corpus FILE.`);
      if (found.command.words !== 'corpus create') await host.openFile(resolve(options.corpus));
    } else if (options.corpus !== undefined && found.command.words === 'call') {
      await host.openFile(resolve(options.corpus));
    }
    const shown = await found.command.run(host, found.rest, options);
    print(options, { ok: true, value: shown.value }, shown.text);
    return shown.status ?? 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n${usage()}`);
      return USAGE;
    }
    const answer = refuse(error);
    print(options, answer, null);
    if (!answer.ok && !options.json) console.error(answer.error.message);
    if (!(error instanceof Refusal)) console.error(error);
    return REFUSED;
  } finally {
    await host.close();
  }
}

function print(options: Options, answer: Answer<unknown>, text: string | null): void {
  if (options.json) console.log(JSON.stringify(answer, null, 2));
  else if (text !== null && text !== '') console.log(text);
}

function usage(): string {
  return [
    'usage: npm run --silent cli -- --corpus FILE COMMAND … [--json]',
    '',
    ...commands.map((command) => `  ${command.usage}`),
  ].join('\n');
}
