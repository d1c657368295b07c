import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import { exchangeFormats, type ExchangeFormat, type PlannedImport } from '#domain/contract/exchange.ts';
import type { Output } from '#domain/contract/index.ts';
import { language, type Language } from '#domain/contract/values.ts';
import { conventionText, lossText, meetingText } from '#domain/languages/exchange.ts';
import { finish } from './ask.ts';
import type { Command } from './command.ts';
import { UsageError } from './usage-error.ts';

export const exportCommand: Command = {
  words: 'exchange export',
  usage: [
    `exchange export --format ${exchangeFormats.join('|')} --out FILE [--article ARTICLE]… [--no-texts] [--no-references]`,
    '                  [--language zh-Hant|zh-Hans|en] [--readme zh-Hant|zh-Hans|en] [--force]',
    '                                         write the corpus, or these articles, for other programs, an archive, another machine;',
    '                                         --readme: in which language a deposit explains itself, English when not given',
  ].join('\n  '),
  corpus: 'open',
  plan(rest, options) {
    if (rest.length > 0) throw new UsageError(`“${rest[0]}” is too much here.`);
    if (options.out === undefined) throw new UsageError('exchange export needs --out FILE.');
    const format = formatOf(options.format);
    const shown = languageOf(options.language ?? 'zh-Hant', '--language');
    const readme = options.readme === undefined ? undefined : languageOf(options.readme, '--readme');
    const target = resolve(options.out);
    if (existsSync(target) && !options.force)
      throw new Refusal('conflict', 'file-exists', `${target} exists already: name another file, or give --force.`, {
        file: target,
      });
    const input = {
      format,
      language: shown,
      texts: !options['no-texts'],
      references: !options['no-references'],
      ...(readme === undefined ? {} : { readme }),
      ...(options.article === undefined ? {} : { articleIds: options.article }),
    };
    return async (host) => {
      await host.actAs(options.coder);
      const made = await finish<Output<'exchange.export'> | null>(host, 'exchange.export', input);
      if (made === null) throw stopped();
      await host.saveFile(made.file, target);
      const { counts, losses } = made;
      const text = [
        `${target} (${made.bytes} bytes): ${countsText(counts)}`,
        ...losses.map(({ kind, count, examples }) => lossLine(lossText(kind, 'en'), count, examples)),
      ];
      return { value: { ...made, file: target }, text: text.join('\n') };
    };
  },
};

export const exchangeImportCommand: Command = {
  words: 'exchange import',
  usage: [
    'exchange import FILE [--dry-run] [--own-names]',
    '                                         import a .qdpx, a .qdc or JSON-LD annotations, whole or not at all; --dry-run only says',
    '                                         what would come in; --own-names keeps categories and coders of the same name apart',
  ].join('\n  '),
  corpus: 'open',
  plan(rest, options) {
    const [file, ...more] = rest;
    if (file === undefined || more.length > 0) throw new UsageError('usage: exchange import FILE [--dry-run]');
    return async (host) => {
      await host.actAs(options.coder);
      const input = { sources: [host.grants.issue(resolve(file))], matchNames: !options['own-names'] };
      const grants = { ...input, sources: input.sources.map(({ grant }) => ({ grant })) };
      const operation = options['dry-run'] ? 'exchange.plan' : 'exchange.import';
      const made = await finish<{ plan: PlannedImport } | null>(host, operation, grants);
      if (made === null) throw stopped();
      return { value: { plan: made.plan }, text: planText(made.plan) };
    };
  },
};

function formatOf(format: string | undefined): ExchangeFormat {
  const found = exchangeFormats.find((each) => each === format);
  if (found === undefined)
    throw new UsageError(`exchange export needs --format, one of ${exchangeFormats.join(', ')}.`);
  return found;
}

function languageOf(given: string, option: string): Language {
  const parsed = language.safeParse(given);
  if (!parsed.success) throw new UsageError(`${option} is one of zh-Hant, zh-Hans, en.`);
  return parsed.data;
}

function planText({
  name,
  format,
  origin,
  counts,
  convention,
  named,
  fitting,
  meetings,
  losses,
}: PlannedImport): string {
  const positions =
    convention === null
      ? []
      : [`positions: ${conventionText(convention, 'en')}; ${fitting} of ${named} passages say what they are named`];
  return [
    `${name} (${format}${origin === '' ? '' : `, from ${origin}`})`,
    `new: ${countsText(counts)}`,
    ...positions,
    ...meetings.map(({ kind, count, examples }) => lossLine(`met: ${meetingText(kind, 'en')}`, count, examples)),
    ...losses.map(({ kind, count, examples }) => lossLine(lossText(kind, 'en'), count, examples)),
  ].join('\n');
}

function countsText(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ');
}

function lossLine(what: string, count: number, examples: readonly string[]): string {
  return `${what}\t${count}${examples.length === 0 ? '' : `\t${examples.join(' | ').replaceAll(/\s+/gu, ' ')}`}`;
}

function stopped(): Refusal {
  return new Refusal('unavailable', 'cancelled', 'This was stopped, and nothing was changed.');
}
