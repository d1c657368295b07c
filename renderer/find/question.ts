import {
  type FindFilter,
  findFilter,
  type FindPlace,
  findPlace,
  type HitOrder,
  hitOrder,
} from '#domain/contract/find.ts';
import { getPlace, goToFind } from '../app/place.ts';

/** What is sought, where, in which order, and the row that the cursor is on. */
export interface FindQuestion {
  query: string;
  places: readonly FindPlace[];
  filter: FindFilter;
  order: HitOrder;
  at: number | null;
}

const textOnly: readonly FindPlace[] = ['text'];

/** Reads what the address says after `#/find?`; what cannot be read is left out. */
export function parseFindQuestion(text: string): FindQuestion {
  const fields = new URLSearchParams(text);
  const order = hitOrder.safeParse(fields.get('order'));
  const asked = (fields.get('in') ?? '').split(',');
  const places = findPlace.options.filter((place) => asked.includes(place));
  const at = Number(fields.get('at') ?? Number.NaN);
  return {
    query: (fields.get('q') ?? '').slice(0, 500),
    places: places.length === 0 ? textOnly : places,
    filter: parseFilter(fields.get('filter')),
    order: order.success ? order.data : 'article',
    at: Number.isInteger(at) && at >= 0 ? at : null,
  };
}

function parseFilter(text: string | null): FindFilter {
  if (text === null) return {};
  try {
    const parsed = findFilter.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : {};
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return {};
    throw thrown;
  }
}

export function findQuestionText({ query, places, filter, order, at }: FindQuestion): string {
  const fields = new URLSearchParams();
  if (query !== '') fields.set('q', query);
  if (places.join() !== 'text') fields.set('in', places.join());
  if (Object.keys(filter).length > 0) fields.set('filter', JSON.stringify(filter));
  if (order !== 'article') fields.set('order', order);
  if (at !== null) fields.set('at', String(at));
  return fields.toString();
}

let lastAsked = '';

/** Asks something else: a step in the browser's history. */
export function askFind(question: FindQuestion): void {
  lastAsked = findQuestionText({ ...question, at: null });
  goToFind(lastAsked);
}

/** Goes to what was last sought, and to the line in which it is written. */
export function openFind(): void {
  if (getPlace().view !== 'find') return goToFind(lastAsked);
  const line = document.querySelector<HTMLInputElement>('#find-query');
  line?.focus();
  line?.select();
}

/** The filter with these values of a field; without the field where there are none. */
export function filterWith<Field extends keyof FindFilter>(
  filter: FindFilter,
  field: Field,
  value: FindFilter[Field],
): FindFilter {
  const { [field]: _before, ...rest } = filter;
  return value === undefined || (Array.isArray(value) && value.length === 0) ? rest : { ...rest, [field]: value };
}
