import { resolve } from 'node:path';
import { columnFields, type ImportedFile } from '#domain/contract/import.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { repairChoice, type Repair, type TextFlag } from '#domain/contract/repair.ts';
import { createCodePointIndex } from '#domain/text/code-points.ts';
import { paragraphIndexAt, paragraphsOf } from '#domain/text/paragraphs.ts';
import type { Host } from '../host/host.ts';
import { ask, finish } from './ask.ts';
import type { Command, Options } from './command.ts';
import { UsageError } from './usage-error.ts';

export const importCommand: Command = {
  words: 'article import',
  usage: [
    'article import PATH… [--repair none|certain|all] [--encoding NAME] [--column FIELD=NAME]…',
    '                                         import files and folders; certain repairs are applied unless told otherwise;',
    `                                         FIELD is one of ${columnFields.join(', ')}`,
  ].join('\n  '),
  corpus: 'open',
  plan(rest, options) {
    if (rest.length === 0) throw new UsageError('article import needs at least one PATH.');
    const settings = settingsOf(options);
    return async (host) => {
      await host.actAs(options.coder);
      const sources = rest.map((path) => ({ grant: host.grants.issue(resolve(path)).grant }));
      const { importId, files } = await finish<Output<'article.import'>>(host, 'article.import', {
        sources,
        ...settings,
      });
      const isWhole = files.every((file) => file.outcome !== 'refused');
      return {
        value: { importId },
        list: { name: 'files', items: detailed(host, files, options['code-points'] ?? false) },
        text: files.map(lineOf).join('\n'),
        status: isWhole ? 0 : 1,
      };
    };
  },
};

export const repairReportCommand: Command = {
  words: 'repair report',
  usage: 'repair report ARTICLE [--code-points]    what was found in its text as imported, and what became of it',
  corpus: 'open',
  plan(rest, options) {
    const [articleId, ...more] = rest;
    if (articleId === undefined || more.length > 0) throw new UsageError('usage: repair report ARTICLE');
    return async (host) => {
      const found = await findingsOf(host, articleId, options['code-points'] ?? false);
      const lines = [
        ...found.repairs.map((each) =>
          [
            placeOf(each),
            each.decision,
            each.certain ? 'certain' : 'proposed',
            each.kind,
            `${each.before} → ${each.after}`,
          ].join('\t'),
        ),
        ...found.flags.map((each) => [placeOf(each), 'flag', '', each.kind, each.text].join('\t')),
      ];
      return { value: found, text: lines.join('\n') };
    };
  },
};

function settingsOf(options: Options): Omit<Input<'article.import'>, 'sources'> {
  const settings: Record<string, unknown> = {};
  if (options.encoding !== undefined) settings.encoding = options.encoding.toLowerCase();
  if (options.repair !== undefined) {
    if (!repairChoice.safeParse(options.repair).success)
      throw new UsageError(`--repair takes ${repairChoice.options.join(', ')}, not “${options.repair}”.`);
    settings.repair = options.repair;
  }
  if (options.column !== undefined) settings.columns = Object.fromEntries(options.column.map(columnOf));
  return settings;
}

function columnOf(given: string): [string, string] {
  const at = given.indexOf('=');
  const field = given.slice(0, Math.max(at, 0));
  if (!(columnFields as readonly string[]).includes(field) || at + 1 === given.length)
    throw new UsageError(`--column takes FIELD=NAME, with FIELD one of ${columnFields.join(', ')}; not “${given}”.`);
  return [field, given.slice(at + 1)];
}

function lineOf(file: ImportedFile): string {
  const { applied, open } = file.repairs;
  const notes = [
    ...(applied > 0 ? [`${applied} repaired`] : []),
    ...(open > 0 ? [`${open} proposed`] : []),
    ...(file.flags > 0 ? [`${file.flags} flagged`] : []),
    ...(file.resembles === null ? [] : [`${file.resembles.kind} of ${file.resembles.articleId}`]),
  ];
  return [file.outcome, file.name, file.articleId ?? file.message, ...notes].join('\t');
}

/** Each file with all that was found about it; read one by one, so that a large import is never held whole. */
async function* detailed(host: Host, files: readonly ImportedFile[], inCodePoints: boolean) {
  for (const file of files) {
    if (file.articleId === null) {
      yield { ...file, id: null, metadata: null, repairs: [], flags: [] };
      continue;
    }
    const { articleId } = file;
    const article = await ask(host, 'article.get', { articleId });
    const evidence = await ask(host, 'article.evidence', { articleId });
    const { title, outlet, outletProvince, places, publishedOn, reporters, editor, source, address, genre, script } =
      article;
    yield {
      ...file,
      id: articleId,
      metadata: {
        title,
        outlet,
        outletProvince,
        places,
        publishedOn,
        reporters,
        editor,
        source,
        address,
        genre,
        script,
      },
      evidence,
      ...(await findingsOf(host, articleId, inCodePoints)),
    };
  }
}

interface Place {
  start: number;
  end: number;
  /** Counted from 1. */
  paragraph: number;
}

interface Findings {
  repairs: (Pick<Repair, 'kind' | 'before' | 'certain' | 'reason' | 'decision' | 'candidates'> & {
    /** In the text as imported. */
    place: Place;
    /** What stands or would stand instead. */
    after: string;
  })[];
  flags: (Pick<TextFlag, 'kind' | 'evidence'> & { place: Place; text: string })[];
}

async function findingsOf(host: Host, articleId: string, inCodePoints: boolean): Promise<Findings> {
  const { importedText, repairs, flags } = await ask(host, 'repair.list', { articleId });
  const paragraphs = paragraphsOf(importedText);
  const index = inCodePoints ? createCodePointIndex(importedText) : null;
  const placeAt = ({ start, end }: { start: number; end: number }): Place => ({
    start: index?.codePointOffset(start) ?? start,
    end: index?.codePointOffset(end) ?? end,
    paragraph: paragraphIndexAt(paragraphs, start) + 1,
  });
  return {
    repairs: repairs.map(({ kind, before, certain, reason, decision, candidates, insert, ...repair }) => ({
      kind,
      place: placeAt(repair),
      before,
      after: insert ?? candidates[0]?.insert ?? '',
      certain,
      reason,
      decision,
      candidates,
    })),
    flags: flags.map(({ kind, evidence, start, end }) => ({
      kind,
      place: placeAt({ start, end }),
      text: importedText.slice(start, end),
      evidence,
    })),
  };
}

function placeOf({ place: { start, end, paragraph } }: { place: Place }): string {
  return `${start}–${end} (§${paragraph})`;
}
