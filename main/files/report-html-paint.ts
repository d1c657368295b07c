import type { Report, ReportAnnotation, ReportParagraph, ReportRun } from '#domain/report/report-model.ts';
import { assignLanes } from '#domain/text/segments.ts';

/** Rules under one another that are drawn; annotations in deeper lanes keep their tint and their number. */
export const MOST_LANES = 6;

export interface Painting {
  /** The class that paints a run with at least one annotation. */
  classOf(run: ReportRun): string;
  /** How many lanes a paragraph needs, 0 without annotations. */
  lanesOf(paragraph: ReportParagraph): number;
  /** The rules of all classes given out so far. */
  styleSheet(): string;
}

/**
 * Gives every annotation a lane of its own, so that its rule keeps one height from end to end, and every kind of overlap
 * a class. The tint is that of the smallest annotation over the run, as it is the innermost.
 */
export function paintAnnotations({ articles }: Report): Painting {
  const byNumber = new Map(articles.flatMap(({ annotations }) => annotations.map((each) => [each.number, each])));
  const lanes = new Map(articles.flatMap(({ annotations }) => [...assignLanes(annotations)]));
  const laneOf = (annotation: ReportAnnotation) => lanes.get(annotation.id) ?? 0;
  const over = (run: ReportRun) => run.annotationNumbers.flatMap((number) => byNumber.get(number) ?? []);
  const classes = new Map<string, string>();

  return {
    classOf: (run) => {
      const layers = over(run);
      const innermost = layers.reduce((least, each) =>
        each.end - each.start < least.end - least.start ? each : least,
      );
      const rules = layers
        .filter((each) => laneOf(each) < MOST_LANES)
        .map((each) => `linear-gradient(var(--r${each.colour ?? 0}) 0 0) ${laneAt(laneOf(each))} no-repeat`);
      const background = [`linear-gradient(var(--t${innermost.colour ?? 0}) 0 0) content-box`, ...rules].join(',');
      const name = classes.get(background) ?? `m${classes.size + 1}`;
      classes.set(background, name);
      return name;
    },
    lanesOf: ({ runs }) =>
      Math.min(
        MOST_LANES,
        runs.reduce((most, run) => over(run).reduce((all, each) => Math.max(all, laneOf(each) + 1), most), 0),
      ),
    styleSheet: () => [...classes].map(([background, name]) => `.${name}{background:${background}}`).join('\n'),
  };
}

function laneAt(lane: number): string {
  return `0 calc(100% - (var(--lanes) - ${lane + 1})*var(--pitch))/100% var(--thick)`;
}
