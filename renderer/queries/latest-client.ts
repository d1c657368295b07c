import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  type Query,
  QueryClient,
  type QueryKey,
} from '@tanstack/react-query';

/**
 * An answer that was on its way when a change came may tell of the time before it. The library asks anew where something
 * is shown already; a first answer, and one that nobody looks at meanwhile, it would take for the newest.
 */
export class LatestClient extends QueryClient {
  override async invalidateQueries<Key extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<Key>,
    options?: InvalidateOptions,
  ): Promise<void> {
    const overtaken = this.getQueryCache().findAll(filters).filter(isTakenForNewest);
    const awaited = overtaken.filter((query) => query.isActive());
    const again = (queries: Query[]) =>
      super.invalidateQueries({ predicate: (query) => queries.includes(query) }, options);
    // Each is shown as soon as it is there: in a long row of changes nothing would come if it were given up at each.
    for (const query of overtaken) if (!awaited.includes(query)) void settled(query).then(() => again([query]));
    await Promise.all([
      super.invalidateQueries(filters, options),
      ...awaited.map((query) => settled(query).then(() => again([query]))),
    ]);
  }
}

function isTakenForNewest(query: Query): boolean {
  return query.state.fetchStatus === 'fetching' && (query.state.data === undefined || !query.isActive());
}

/** Once the answer on its way is there, or has failed; asked so, the library begins no other. */
function settled(query: Query): Promise<unknown> {
  return query.fetch().catch(() => undefined);
}
