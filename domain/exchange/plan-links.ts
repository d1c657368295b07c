import { relation, type Relation } from '../contract/values.ts';
import type { PositionReader } from './conventions.ts';
import type { ExchangeSelection } from './project.ts';
import type { LinkOrigin, ReferenceLevel } from './snapshot.ts';

const levels: readonly ReferenceLevel[] = ['part', 'lead-in', 'item', 'sentence'];
const origins: readonly LinkOrigin[] = ['hand', 'suggestion', 'search', 'import'];

/** How a link to a reference came about, from its name: `adapted`, or `adapted, suggestion`. */
export function readLink(name: string): { relation: Relation | null; origin: LinkOrigin } {
  const [how, origin] = name.split(', ');
  const found = relation.safeParse(how);
  return { relation: found.success ? found.data : null, origin: origins.find((each) => each === origin) ?? 'hand' };
}

/** The place of a reference text that a selection in it stands for; null for an empty one. */
export function readPlace(
  { start, end, description }: ExchangeSelection,
  positions: PositionReader,
): { level: ReferenceLevel; start: number; end: number } | null {
  const span = positions.span(start, end);
  if (span === null || span.start === span.end) return null;
  return { level: levels.find((each) => each === description) ?? 'sentence', ...span };
}
