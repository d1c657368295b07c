import type { MethodTerm, Origin, ReportLabels, Tally } from '../languages/report/report-labels.ts';
import { PROGRAM_NAME } from '../program.ts';
import type { ReportMeasure } from './body-measure.ts';
import { findCategoryUse } from './category-use.ts';
import { formatInstant, formatPlainDate } from './describe-metadata.ts';
import type { ReportInput } from './report-input.ts';
import type { MethodEntry, ReportAnnotation, ReportCodebook } from './report-model.ts';
import { writtenRules } from './written-rules.ts';

interface Findings {
  annotations: readonly ReportAnnotation[];
  codebooks: readonly ReportCodebook[];
  measure: ReportMeasure;
}

const ORIGINS: readonly Origin[] = ['hand', 'suggestion', 'search', 'import'];
const RELATIONS = ['verbatim', 'adapted', 'local', 'mention'] as const;
const ENCODING_NAMES: Partial<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gbk: 'GBK',
  gb18030: 'GB 18030',
  big5: 'Big5',
  'big5-hkscs': 'Big5-HKSCS',
};

/** How the report came about, in sentences that can stand in a method section. */
export function describeMethod(input: ReportInput, findings: Findings, labels: ReportLabels): MethodEntry[] {
  const { method } = labels;
  const entry = (term: MethodTerm, sentences: string[]): MethodEntry => ({
    term,
    label: labels.methodTerms[term],
    sentences,
  });
  const several = input.sources.length > 1;
  return [
    entry('program', [
      method.program(`${PROGRAM_NAME} ${input.programVersion}`, formatInstant(input.madeAt, labels)),
      method.madeBy(input.coderName),
    ]),
    entry('selection', describeSelection(input, findings, labels)),
    entry('corpus', describeCorpus(input, labels)),
    entry('original', several ? describeFiles(input, labels) : describeFile(input, labels)),
    entry('changes', describeChanges(input, labels)),
    entry('script', describeScript(input, labels)),
    entry('codebook', describeCodebooks(input, findings.codebooks, labels)),
    entry('codingRules', describeRules(input, labels)),
    entry('coders', describeCoders(input, labels)),
    entry('codingState', describeStates(input, labels)),
    entry('origins', describeOrigins(input, labels)),
    entry(
      'relations',
      RELATIONS.map((relation) => `${labels.relations[relation]}${labels.colon}${method.relations[relation]}`),
    ),
    entry('counting', [method.units, method.characters, ...describeOutside(findings, labels)]),
    entry('offsets', [method.offsets]),
  ];
}

function describeSelection(input: ReportInput, { annotations }: Findings, labels: ReportLabels): string[] {
  const { method } = labels;
  const articles = input.sources.length;
  if (input.by === 'finding') {
    const name = input.about?.finding.name ?? '';
    return [method.selection.finding(name, articles, annotations.length)];
  }
  if (input.by !== 'categories') return [method.selection[input.by](articles, allAnnotations(input).length)];
  const use = findCategoryUse(input.codebooks, input.plan.language, labels);
  const roots = input.codebooks
    .flatMap(({ categories }) => categories)
    .filter(({ id, parentId }) => input.focus?.has(id) && !(parentId !== null && input.focus.has(parentId)))
    .map((category) => `${category.number} ${use.titleOf(category)}`.trim());
  return [method.selection.categories(labels.list(roots), articles, annotations.length)];
}

/** As standards write it; the program keeps the names that decoders go by. */
function nameOfEncoding(encoding: string): string {
  return (Object.hasOwn(ENCODING_NAMES, encoding) ? ENCODING_NAMES[encoding] : undefined) ?? encoding;
}

/** From the texts found to those counted, with every reason for leaving one out. */
function describeCorpus({ flow, sources }: ReportInput, labels: ReportLabels): string[] {
  const { method } = labels;
  const excluded = flow.excluded.map(({ reason, articles }) => ({
    label: labels.exclusions[reason as keyof typeof labels.exclusions] ?? reason,
    count: articles,
  }));
  const leftOut = sources.filter(({ article }) => article.exclusion !== null).length;
  return [
    method.flow({ ...flow, excluded }),
    flow.reprints.families === 0 ? method.noReprints : method.reprints(flow.reprints, flow.counted),
    ...(leftOut === 0 ? [] : [method.leftOutShown(leftOut)]),
  ];
}

function describeScript({ convert, plan }: ReportInput, { method }: ReportLabels): string[] {
  return [
    ...(convert === null ? [method.asIs] : [method.converted[plan.script], method.convertedMarks]),
    ...(plan.quotations === 'as-read' ? [] : [method.quotations[plan.quotations]]),
  ];
}

function describeFile({ sources }: ReportInput, { method }: ReportLabels): string[] {
  return sources.flatMap(({ original }) => [
    method.file(original.fileName, original.bytes, nameOfEncoding(original.encoding)),
    method.bytesSha256(original.bytesSha256),
    method.textSha256(original.textSha256),
  ]);
}

function describeFiles({ sources }: ReportInput, labels: ReportLabels): string[] {
  const { method } = labels;
  const tally = (values: (string | null)[]) =>
    tallyBy(values.map((value) => value ?? labels.unknown)).toSorted((a, b) => b.count - a.count);
  const dates = sources.flatMap(({ article }) => article.publishedOn ?? []).toSorted();
  const [first] = dates;
  const last = dates.at(-1);
  const period =
    first === undefined || last === undefined
      ? []
      : [method.period(formatPlainDate(first, labels), formatPlainDate(last, labels), sources.length - dates.length)];
  return [
    method.files(sources.length, tally(sources.map(({ original }) => nameOfEncoding(original.encoding)))),
    method.outlets(tally(sources.map(({ article }) => article.outlet))),
    method.provinces(tally(sources.map(({ article }) => article.outletProvince))),
    ...period,
  ];
}

function describeChanges({ sources }: ReportInput, labels: ReportLabels): string[] {
  const { method } = labels;
  const [only, ...others] = sources;
  const revision =
    only !== undefined && others.length === 0 ? method.revision(only.article.revision) : method.originalsKept;
  const changes = sources.flatMap(({ original }) => [...original.changes, ...original.repairs]);
  if (changes.length === 0) return [method.noChanges, revision];
  const tally = (kind: 'repair' | 'correction') =>
    tallyBy(changes.filter((change) => change.kind === kind).map((change) => change.reason)).map(
      ({ label, count }) => ({
        label: Object.hasOwn(method.reasons, label) ? (method.reasons[label] ?? label) : label,
        count,
      }),
    );
  const repairs = tally('repair');
  const corrections = tally('correction');
  const open = sources.reduce((sum, { article }) => sum + article.repairs.open, 0);
  return [
    method.repairs(sumOf(repairs), repairs),
    method.corrections(sumOf(corrections), corrections),
    ...(open === 0 ? [] : [method.openRepairs(open)]),
    revision,
  ];
}

function describeCodebooks(input: ReportInput, codebooks: readonly ReportCodebook[], labels: ReportLabels): string[] {
  if (codebooks.length === 0) return [labels.method.noCodebook];
  const owners = new Map(
    input.codebooks.flatMap(({ categories, revisionId }) => categories.map(({ id }) => [id, revisionId])),
  );
  const others = allAnnotations(input)
    .flatMap(({ links }) => links)
    .filter((link) => owners.has(link.categoryId) && owners.get(link.categoryId) !== link.codebookRevisionId).length;
  return [
    ...codebooks.map(({ name, revision, used, size }) => labels.method.codebook(name, revision, used, size)),
    ...(others === 0 ? [] : [labels.method.otherRevisions(others)]),
  ];
}

function describeRules({ codingRules }: ReportInput, labels: ReportLabels): string[] {
  const written = writtenRules(codingRules, labels);
  return written.length === 0
    ? [labels.method.noRules]
    : written.map(({ label, text }) => `${label}${labels.colon}${text}`);
}

function describeCoders(input: ReportInput, { method }: ReportLabels): string[] {
  const annotations = allAnnotations(input);
  if (annotations.length === 0) return [method.noCoders];
  const names = new Map(annotations.map(({ coderId, coderName }) => [coderId, coderName]));
  const tallies = tallyBy(annotations.map(({ coderId }) => coderId));
  return [method.coders(tallies.map(({ label, count }) => ({ label: names.get(label) ?? label, count })))];
}

function describeStates({ sources, coderName }: ReportInput, { method }: ReportLabels): string[] {
  const [only, ...others] = sources;
  if (only !== undefined && others.length === 0) return [method.codingStates[only.article.codingState](coderName)];
  const of = (state: 'complete' | 'in-progress' | 'not-begun') =>
    sources.filter(({ article }) => article.codingState === state).length;
  return [method.codingStateCounts(coderName, of('complete'), of('in-progress'), of('not-begun'))];
}

function describeOrigins(input: ReportInput, labels: ReportLabels): string[] {
  const { method } = labels;
  const origins = allAnnotations(input).flatMap(({ links }) => links.map((link) => link.origin));
  if (origins.length === 0) return [method.noLinks];
  const tallies = ORIGINS.map((origin) => ({
    label: method.origins[origin],
    count: origins.filter((each) => each === origin).length,
  })).filter(({ count }) => count > 0);
  return [method.originCounts(tallies.map((each) => ({ ...each, share: each.count / origins.length })))];
}

function allAnnotations({ sources }: ReportInput) {
  return sources.flatMap(({ annotations }) => annotations);
}

function describeOutside({ annotations, measure }: Findings, { method }: ReportLabels): string[] {
  const outside = annotations.filter((annotation) => measure.leavesBody(annotation)).length;
  return outside === 0 ? [] : [method.outsideBody(outside)];
}

function tallyBy(values: readonly string[]): Tally[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count }));
}

function sumOf(tallies: readonly Tally[]): number {
  return tallies.reduce((sum, { count }) => sum + count, 0);
}
