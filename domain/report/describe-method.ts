import type { MethodTerm, Origin, ReportLabels, Tally } from '../languages/report/report-labels.ts';
import { PROGRAM_NAME } from '../program.ts';
import type { BodyMeasure } from './body-measure.ts';
import { formatInstant } from './describe-metadata.ts';
import type { ReportInput } from './report-input.ts';
import type { MethodEntry, ReportAnnotation, ReportCodebook } from './report-model.ts';

interface Findings {
  annotations: readonly ReportAnnotation[];
  codebooks: readonly ReportCodebook[];
  measure: BodyMeasure;
}

const ORIGINS: readonly Origin[] = ['hand', 'suggestion', 'search', 'import'];
const RELATIONS = ['verbatim', 'adapted', 'local', 'mention'] as const;

/** How the report came about, in sentences that can stand in a method section. */
export function describeMethod(input: ReportInput, findings: Findings, labels: ReportLabels): MethodEntry[] {
  const { method } = labels;
  const entry = (term: MethodTerm, sentences: string[]): MethodEntry => ({
    term,
    label: labels.methodTerms[term],
    sentences,
  });
  const { original } = input;
  return [
    entry('program', [
      method.program(`${PROGRAM_NAME} ${input.programVersion}`, formatInstant(input.madeAt, labels)),
      method.madeBy(input.coderName),
    ]),
    entry('original', [
      method.file(original.fileName, original.bytes, original.encoding),
      method.bytesSha256(original.bytesSha256),
      method.textSha256(original.textSha256),
    ]),
    entry('changes', describeChanges(input, labels)),
    entry('codebook', describeCodebooks(input, findings.codebooks, labels)),
    entry('coders', describeCoders(input, labels)),
    entry('codingState', [method.codingStates[input.codingState](input.coderName)]),
    entry('origins', describeOrigins(input, labels)),
    entry(
      'relations',
      RELATIONS.map((relation) => `${labels.relations[relation]}${labels.colon}${method.relations[relation]}`),
    ),
    entry('counting', [method.units, method.characters, ...describeOutside(findings, labels)]),
    entry('offsets', [method.offsets]),
  ];
}

function describeChanges({ article, original }: ReportInput, labels: ReportLabels): string[] {
  const { method } = labels;
  const revision = method.revision(article.revision);
  const changes = [...original.changes, ...original.repairs];
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
  return [method.repairs(sumOf(repairs), repairs), method.corrections(sumOf(corrections), corrections), revision];
}

function describeCodebooks(input: ReportInput, codebooks: readonly ReportCodebook[], labels: ReportLabels): string[] {
  if (codebooks.length === 0) return [labels.method.noCodebook];
  const owners = new Map(
    input.codebooks.flatMap(({ categories, revisionId }) => categories.map(({ id }) => [id, revisionId])),
  );
  const others = input.annotations
    .flatMap(({ links }) => links)
    .filter((link) => owners.has(link.categoryId) && owners.get(link.categoryId) !== link.codebookRevisionId).length;
  return [
    ...codebooks.map(({ name, revision, used, size }) => labels.method.codebook(name, revision, used, size)),
    ...(others === 0 ? [] : [labels.method.otherRevisions(others)]),
  ];
}

function describeCoders({ annotations }: ReportInput, { method }: ReportLabels): string[] {
  if (annotations.length === 0) return [method.noCoders];
  const names = new Map(annotations.map(({ coderId, coderName }) => [coderId, coderName]));
  const tallies = tallyBy(annotations.map(({ coderId }) => coderId));
  return [method.coders(tallies.map(({ label, count }) => ({ label: names.get(label) ?? label, count })))];
}

function describeOrigins({ annotations }: ReportInput, { method }: ReportLabels): string[] {
  const origins = annotations.flatMap(({ links }) => links.map((link) => link.origin));
  if (origins.length === 0) return [method.noLinks];
  const tallies = ORIGINS.map((origin) => ({
    label: method.origins[origin],
    count: origins.filter((each) => each === origin).length,
  }));
  return [method.originCounts(tallies.filter(({ count }) => count > 0))];
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
