import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import type { Link } from '#domain/contract/annotation.ts';
import { contract, type Output } from '#domain/contract/index.ts';
import type { Operation } from '#domain/contract/operation.ts';
import { createCodePointIndex } from '#domain/text/code-points.ts';
import { z } from 'zod';
import { checkCall } from '../host/dispatch.ts';
import type { Host } from '../host/host.ts';
import type { Command, Options, Shown } from './command.ts';
import { ask, finish, followed, valueOf } from './ask.ts';
import { exchangeImportCommand, exportCommand } from './exchange-command.ts';
import { importCommand, repairReportCommand } from './import-command.ts';
import { reportCommand, reportTemplatesCommand } from './report-command.ts';
import { UsageError } from './usage-error.ts';

export const commands: readonly Command[] = [
  {
    words: 'corpus create',
    usage: 'corpus create [--name NAME]              make the corpus FILE',
    corpus: 'new',
    plan(rest, options) {
      none(rest);
      const file = resolve(options.corpus ?? '');
      const name = options.name ?? basename(file, extname(file));
      return async (host) => {
        const made = await host.createFile(file, name);
        return { value: made, text: `${made.name}: ${file}` };
      };
    },
  },
  {
    words: 'corpus check',
    usage: 'corpus check                             check the file, its references and every quote',
    corpus: 'open',
    plan(rest) {
      none(rest);
      return async (host) => {
        const found = await ask(host, 'corpus.check', {});
        const counts = Object.entries(found.counts).map(([table, count]) => `${table} ${count}`);
        const verdict = found.ok ? 'sound' : `${found.problems.length} problems`;
        return {
          value: found,
          text: [verdict, ...found.problems, counts.join(', ')].join('\n'),
          status: found.ok ? 0 : 1,
        };
      };
    },
  },
  {
    words: 'corpus backup',
    usage: 'corpus backup FILE                       copy the corpus, and verify the copy',
    corpus: 'open',
    plan(rest, options) {
      const target = resolve(one(rest, 'corpus backup FILE'));
      refuseExisting(target, options);
      return async (host) => {
        const { grant } = host.grants.issue(target);
        const made = await finish<Output<'backup.create'>>(host, 'backup.create', { grant });
        return { value: made, text: `${target} (${made.bytes} bytes, verified)` };
      };
    },
  },
  {
    words: 'corpus backups',
    usage: 'corpus backups                           list the backups the program keeps',
    corpus: 'open',
    plan(rest) {
      none(rest);
      return async (host) => {
        const all = await ask(host, 'backup.list', {});
        return { value: all, text: all.map((each) => `${each.backup}\t${each.occasion}\t${each.bytes}`).join('\n') };
      };
    },
  },
  {
    words: 'corpus restore',
    usage: 'corpus restore BACKUP                    put the corpus back to a backup of that list, or to a file',
    corpus: 'even damaged',
    plan(rest) {
      const wanted = one(rest, 'corpus restore BACKUP');
      return async (host) => {
        const restored = existsSync(resolve(wanted))
          ? await host.restoreFile(resolve(wanted))
          : await ask(host, 'backup.restore', { backup: wanted });
        return { value: restored, text: `${restored.name}: restored` };
      };
    },
  },
  importCommand,
  repairReportCommand,
  {
    words: 'corpus flow',
    usage: 'corpus flow                              texts found, refused, duplicate, left out, included, counted',
    corpus: 'open',
    plan(rest) {
      none(rest);
      return async (host) => {
        const flow = await ask(host, 'corpus.flow', {});
        const { excluded, reprints, open, ...numbers } = flow;
        const lines = [
          ...Object.entries(numbers).map(([name, count]) => `${name}\t${count}`),
          ...excluded.map(({ reason, articles }) => `left out: ${reason}\t${articles}`),
          `reprints\t${reprints.articles} in ${reprints.families} families`,
          `to decide\t${open.duplicates} duplicates, ${open.repairs} articles with open repairs`,
        ];
        return { value: flow, text: lines.join('\n') };
      };
    },
  },
  {
    words: 'article list',
    usage: 'article list                             list the articles, newest first',
    corpus: 'open',
    plan(rest, options) {
      none(rest);
      return async (host) => {
        await host.actAs(options.coder);
        const articles = await ask(host, 'article.list', {});
        return {
          value: articles,
          text: articles.map((each) => [each.id, each.annotations, each.title ?? each.opening].join('\t')).join('\n'),
        };
      };
    },
  },
  {
    words: 'article show',
    usage: 'article show ARTICLE [--original]        print its text; --original as imported',
    corpus: 'open',
    plan(rest, options) {
      const articleId = one(rest, 'article show ARTICLE');
      return async (host) => {
        const shown = await ask(host, options.original ? 'article.original' : 'article.get', { articleId });
        return { value: shown, text: shown.text, asIs: true };
      };
    },
  },
  {
    words: 'annotation list',
    usage: 'annotation list ARTICLE [--code-points]  list its annotations; offsets in UTF-16 units or code points',
    corpus: 'open',
    plan(rest, options) {
      const articleId = one(rest, 'annotation list ARTICLE');
      return (host) => listAnnotations(host, articleId, options['code-points'] ?? false);
    },
  },
  reportCommand,
  reportTemplatesCommand,
  exportCommand,
  exchangeImportCommand,
  {
    words: 'call',
    usage: 'call OPERATION JSON | call --list        send any operation of the contract; name them all',
    corpus: 'if given',
    plan(rest, options) {
      if (options.list) return () => Promise.resolve(listOperations(rest));
      const [operation, json, ...more] = rest;
      if (operation === undefined || more.length > 0)
        throw new UsageError('call takes an OPERATION and its input as JSON.');
      // Before the corpus is opened: what is no call needs none.
      const { kind, input } = checkCall(operation, json === undefined ? undefined : parsed(operation, json));
      return async (host) => {
        await host.actAs(options.coder);
        const answer = valueOf(await host.send(operation, input));
        const value = kind === 'job' ? await followed(host, answer as { job: string }) : answer;
        return { value, text: JSON.stringify(value, null, 2) };
      };
    },
  },
];

export function findCommand(words: string[]): { command: Command; rest: string[] } | null {
  for (const command of commands) {
    const length = command.words.split(' ').length;
    if (words.slice(0, length).join(' ') === command.words) return { command, rest: words.slice(length) };
  }
  return null;
}

async function listAnnotations(host: Host, articleId: string, inCodePoints: boolean): Promise<Shown> {
  let annotations = await ask(host, 'annotation.list', { articleId });
  if (inCodePoints) {
    const index = createCodePointIndex((await ask(host, 'article.get', { articleId })).text);
    annotations = annotations.map((each) => ({
      ...each,
      start: index.codePointOffset(each.start),
      end: index.codePointOffset(each.end),
    }));
  }
  const codebooks = await ask(host, 'codebook.list', {});
  const numbers = new Map(codebooks.flatMap((book) => book.categories.map((each) => [each.id, each.number])));
  const linked = ({ categoryId, relation }: Link) =>
    [numbers.get(categoryId) ?? categoryId, ...(relation === null ? [] : [relation])].join(' ');
  const lines = annotations.map((each) =>
    [`${each.start}–${each.end}`, each.links.map(linked).join(', '), each.exact].join('\t'),
  );
  return { value: annotations, text: lines.join('\n') };
}

function listOperations(rest: string[]): Shown {
  none(rest);
  const schema = (of: z.ZodType) => z.toJSONSchema(of, { unrepresentable: 'any', io: 'input' });
  const value = Object.entries(contract as Record<string, Operation>).map(
    ([operation, { kind, about, input, output }]) => ({
      operation,
      kind,
      about,
      input: schema(input),
      output: schema(output),
    }),
  );
  const text = value
    .map(
      (each) =>
        `${each.operation} (${each.kind}): ${each.about}\n  input  ${JSON.stringify(each.input)}\n  output ${JSON.stringify(each.output)}`,
    )
    .join('\n');
  return { value, text };
}

function parsed(operation: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Refusal('invalid', 'bad-input', `The input of ${operation} is no JSON (${error.message}).`, {
      operation,
    });
  }
}

function one(rest: string[], usage: string): string {
  const [first, ...more] = rest;
  if (first === undefined || more.length > 0) throw new UsageError(`usage: ${usage}`);
  return first;
}

function none(rest: string[]): void {
  if (rest.length > 0) throw new UsageError(`“${rest[0]}” is too much here.`);
}

function refuseExisting(target: string, options: Options): void {
  if (existsSync(target) && !options.force)
    throw new Refusal('conflict', 'file-exists', `${target} exists already: name another file, or give --force.`, {
      file: target,
    });
}
