import type { RepairKnowledge } from '#domain/repair/repair-report.ts';
import type { Connection } from '../db/connection.ts';

/** What the corpus and the platform know that helps to put a damaged text right. */
export function repairKnowledge(_db: Connection): RepairKnowledge {
  return {};
}
