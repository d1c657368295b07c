import {
  type AnnotationFilter,
  type AnnotationOrder,
  annotationFilter,
  annotationOrder,
} from '#domain/contract/annotation.ts';
import { goToAnnotations } from '../app/place.ts';

/** What is asked of the list: which annotations, in which order, and the row that the cursor is on. */
export interface Question {
  filter: AnnotationFilter;
  order: AnnotationOrder;
  descending: boolean;
  at: string | null;
}

/** Reads what the address says after `#/annotations?`; what cannot be read is left out. */
export function parseQuestion(text: string): Question {
  const fields = new URLSearchParams(text);
  const order = annotationOrder.safeParse(fields.get('order'));
  return {
    filter: parseFilter(fields.get('filter')),
    order: order.success ? order.data : 'article',
    descending: fields.get('down') === '1',
    at: fields.get('at'),
  };
}

function parseFilter(text: string | null): AnnotationFilter {
  if (text === null) return {};
  try {
    const parsed = annotationFilter.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : {};
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return {};
    throw thrown;
  }
}

export function questionText({ filter, order, descending, at }: Question): string {
  const fields = new URLSearchParams();
  if (Object.keys(filter).length > 0) fields.set('filter', JSON.stringify(filter));
  if (order !== 'article') fields.set('order', order);
  if (descending) fields.set('down', '1');
  if (at !== null) fields.set('at', at);
  return fields.toString();
}

/** Asks something else: a step in the browser's history. */
export function ask(question: Question): void {
  goToAnnotations(questionText(question));
}

export type ListField = {
  [Key in keyof AnnotationFilter]-?: NonNullable<AnnotationFilter[Key]> extends readonly string[] ? Key : never;
}[keyof AnnotationFilter];

/** The filter with these values of a field; without the field where there are none. */
export function withValues(filter: AnnotationFilter, field: keyof AnnotationFilter, values: unknown): AnnotationFilter {
  const { [field]: _before, ...rest } = filter;
  const empty = values === '' || values === undefined || (Array.isArray(values) && values.length === 0);
  return empty ? rest : { ...rest, [field]: values };
}
