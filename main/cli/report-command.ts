import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import {
  quotationMode,
  type ReportChoice,
  type ReportFormat,
  reportFormat,
  reportFormats,
  type ReportPlan,
  reportScript,
  reportSection,
  reportSections,
  type ReportTemplate,
} from '#domain/contract/report.ts';
import { language } from '#domain/contract/values.ts';
import type { z } from 'zod';
import type { Host } from '../host/host.ts';
import { ask, finish } from './ask.ts';
import type { Command, Options } from './command.ts';
import { UsageError } from './usage-error.ts';

const USAGE = [
  'report export [ARTICLE …] --out FILE       make a report as one file; of what: ARTICLE …, --articles all|ID,…,',
  '      --categories NUMBER|ID,…, --annotations ID,… or --finding NAME|ID (a comparison that was kept);',
  '      how: --template NAME, or',
  `      --format ${reportFormats.join('|')}`,
  `      --sections ${reportSections.slice(0, 3).join(',')},… --script as-is|hant|hans`,
  '      --quotations as-read|marked|imported --language zh-Hant|zh-Hans|en --title TITLE --bom',
  '      --findings all|NAME|ID,… (comparisons to show); --force',
].join('\n  ');

export const reportCommand: Command = {
  words: 'report export',
  usage: USAGE,
  corpus: 'open',
  plan(rest, options) {
    if (options.out === undefined) throw new UsageError('report export needs --out FILE.');
    const target = resolve(options.out);
    const about = wanted(rest, options);
    const given = planGiven(options, target);
    const shown = options.findings === undefined ? undefined : listed(options.findings, '--findings');
    if (existsSync(target) && !options.force)
      throw new Refusal('conflict', 'file-exists', `${target} exists already: name another file, or give --force.`, {
        file: target,
      });
    return async (host) => {
      await host.actAs(options.coder);
      const choice = await findChoice(host, about);
      const template = options.template === undefined ? null : await findTemplate(host, options.template);
      const findingIds = shown === undefined ? undefined : await findFindings(host, shown);
      const input = compose(choice, given, template, findingIds);
      const made = await finish<Output<'report.export'>>(host, 'report.export', input);
      await host.saveFile(made.file, target);
      return { value: { ...made, file: target }, text: `${target} (${made.bytes} bytes)` };
    };
  },
};

export const reportTemplatesCommand: Command = {
  words: 'report templates',
  usage: 'report templates                         list the templates of reports that the corpus keeps',
  corpus: 'open',
  plan(rest) {
    if (rest.length > 0) throw new UsageError(`“${rest[0]}” is too much here.`);
    return async (host) => {
      const all = await ask(host, 'reportTemplate.list', {});
      return { value: all, text: all.map(({ name, format }) => `${name}\t${format}`).join('\n') };
    };
  },
};

/** What the report is about, before the corpus is asked. */
type About =
  | { articles: string[] | 'all' }
  | { categories: string[] }
  | { annotations: string[] }
  | { finding: string };

function wanted(rest: string[], { articles, categories, annotations, finding }: Options): About {
  const ways = [rest.length > 0, ...[articles, categories, annotations, finding].map((each) => each !== undefined)];
  if (ways.filter(Boolean).length !== 1)
    throw new UsageError(
      'report export needs one of ARTICLE …, --articles, --categories, --annotations and --finding.',
    );
  if (finding !== undefined) return { finding };
  if (categories !== undefined) return { categories: listed(categories, '--categories') };
  if (annotations !== undefined) return { annotations: listed(annotations, '--annotations') };
  if (articles === 'all') return { articles: 'all' };
  return { articles: articles === undefined ? rest : listed(articles, '--articles') };
}

function listed(given: string, option: string): string[] {
  const all = given
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (all.length === 0) throw new UsageError(`${option} needs at least one, separated by commas.`);
  return [...new Set(all)];
}

interface PlanGiven {
  plan: Partial<ReportPlan>;
  format: ReportFormat | undefined;
  /** By the ending of the file. */
  likely: ReportFormat;
  byteOrderMark: boolean | undefined;
}

function planGiven(options: Options, target: string): PlanGiven {
  const ending = extname(target).slice(1).toLowerCase();
  const endings: Readonly<Record<string, ReportFormat>> = { md: 'markdown', bib: 'bibtex', htm: 'html' };
  const sections = options.sections && listed(options.sections, '--sections');
  const plan: Partial<ReportPlan> = {
    ...(sections && { sections: sections.map((each) => oneOf(reportSection, each, '--sections')) }),
    ...(options.script && { script: oneOf(reportScript, options.script, '--script') }),
    ...(options.quotations && { quotations: oneOf(quotationMode, options.quotations, '--quotations') }),
    ...(options.language && { language: oneOf(language, options.language, '--language') }),
    ...(options.title && { title: options.title }),
  };
  return {
    plan,
    format: options.format === undefined ? undefined : oneOf(reportFormat, options.format, '--format'),
    likely: endings[ending] ?? reportFormat.safeParse(ending).data ?? 'html',
    byteOrderMark: options.bom,
  };
}

function oneOf<Value extends string>(
  values: z.ZodType<Value> & { options: readonly Value[] },
  given: string,
  option: string,
): Value {
  const found = values.safeParse(given);
  if (!found.success) throw new UsageError(`${option} is one of ${values.options.join(', ')}, not “${given}”.`);
  return found.data;
}

async function findChoice(host: Host, about: About): Promise<ReportChoice> {
  if ('finding' in about) {
    const [findingId = ''] = await findFindings(host, [about.finding]);
    return { by: 'finding', findingId };
  }
  if ('annotations' in about) return { by: 'annotations', annotationIds: about.annotations };
  if ('articles' in about) {
    if (about.articles !== 'all') return { by: 'articles', articleIds: about.articles };
    const rows = (await ask(host, 'article.list', {})).filter(({ exclusion }) => exclusion === null);
    if (rows.length === 0)
      throw new Refusal('not-found', 'article-missing', 'There are no articles in this corpus: import some first.');
    return { by: 'articles', articleIds: rows.map((row) => row.id).toReversed() };
  }
  const categories = (await ask(host, 'codebook.list', {})).flatMap((book) => book.categories);
  return {
    by: 'categories',
    categoryIds: about.categories.map((given) => {
      const found = categories.find((each) => each.id === given || each.number === given);
      if (found === undefined)
        throw new Refusal('not-found', 'category-missing', `There is no category ${given} in this corpus.`, { given });
      return found.id;
    }),
  };
}

async function findTemplate(host: Host, name: string): Promise<ReportTemplate> {
  const found = (await ask(host, 'reportTemplate.list', {})).find((each) => each.name === name || each.id === name);
  if (found === undefined)
    throw new Refusal(
      'not-found',
      'template-missing',
      `There is no template “${name}” in this corpus: report templates lists them.`,
      { name },
    );
  return found;
}

async function findFindings(host: Host, given: readonly string[]): Promise<string[]> {
  const kept = await ask(host, 'finding.list', {});
  if (given.length === 1 && given[0] === 'all') return kept.map(({ id }) => id);
  return given.map((each) => {
    const found = kept.find(({ id, name }) => id === each || name === each);
    if (found === undefined)
      throw new Refusal('not-found', 'finding-missing', `No comparison is kept as “${each}” in this corpus.`, {
        id: each,
      });
    return found.id;
  });
}

/** What is given on the command line goes before what the template says, and that before what is usual. */
function compose(
  choice: ReportChoice,
  given: PlanGiven,
  template: ReportTemplate | null,
  findingIds: string[] | undefined,
): Input<'report.export'> {
  const usual: ReportPlan = {
    sections: [...reportSections],
    script: 'as-is',
    quotations: 'as-read',
    language: 'zh-Hant',
  };
  return {
    choice,
    plan: { ...usual, ...template?.plan, ...given.plan, ...(findingIds && { findingIds }) },
    format: given.format ?? template?.format ?? given.likely,
    byteOrderMark: given.byteOrderMark ?? template?.byteOrderMark ?? false,
  };
}
