import { Refusal } from '#domain/contract/answer.ts';
import type { Input } from '#domain/contract/index.ts';
import { type ReportTemplate, reportTemplate } from '#domain/contract/report.ts';
import { findRow, type Row, versionChanged, wouldChange } from '../db/recorder.ts';
import { idTaken } from './codebooks.ts';
import type { ReadContext, WriteContext } from './context.ts';

export function listReportTemplates({ db }: Pick<ReadContext, 'db'>): ReportTemplate[] {
  const rows = db
    .prepare('SELECT id, version, name, composition FROM report_templates WHERE deleted_at IS NULL ORDER BY name, id')
    .all() as Row[];
  return rows.map(toTemplate);
}

/** Makes a template, or changes the one of that id; no two have the same name. */
export function saveReportTemplate(context: WriteContext, input: Input<'reportTemplate.save'>): ReportTemplate {
  const { db, record } = context;
  const { id, version, name, format, plan, byteOrderMark } = input;
  const namesake = db.prepare('SELECT 1 FROM report_templates WHERE name = ? AND id <> ? AND deleted_at IS NULL');
  if (namesake.get(name, id) !== undefined)
    throw new Refusal('conflict', 'name-taken', 'A template has this name already: choose another.', { name });
  const values = { name, composition: JSON.stringify({ format, plan, byteOrderMark }) };
  if (version === undefined) {
    if (findRow(db, 'report_templates', id) !== null) throw idTaken(id);
    record.insert('report_templates', { id, ...values });
  } else {
    const present = getTemplate(context, id);
    if (present.version !== version) throw versionChanged(version, present.version);
    if (wouldChange(present, values)) record.update('report_templates', id, values, version);
  }
  context.note(null, name);
  return toTemplate(getTemplate(context, id));
}

export function removeReportTemplate(
  context: WriteContext,
  input: Input<'reportTemplate.remove'>,
): Record<string, never> {
  const present = getTemplate(context, input.id);
  if (present.version !== input.version) throw versionChanged(input.version, present.version);
  context.record.remove('report_templates', input.id, input.version);
  context.note(null, present.name as string);
  return {};
}

function getTemplate({ db }: Pick<ReadContext, 'db'>, id: string): Row {
  const row = findRow(db, 'report_templates', id);
  if (row === null || row.deleted_at !== null)
    throw new Refusal('not-found', 'template-missing', 'There is no such template of reports; it may be in the bin.', {
      id,
    });
  return row;
}

function toTemplate({ id, version, name, composition }: Row): ReportTemplate {
  return reportTemplate.parse({ id, version, name, ...(JSON.parse(composition as string) as object) });
}
