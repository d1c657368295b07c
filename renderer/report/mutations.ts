import { v7 as uuidv7 } from 'uuid';
import type { ReportTemplate } from '#domain/contract/report.ts';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { save } from '../app/saves.ts';
import { undoOffer } from '../history/mutations.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';

/** Keeps a template; one that has the name already is changed. Resolves to it, or to null when it was refused. */
export async function saveTemplate(
  content: Omit<ReportTemplate, 'id' | 'version'>,
  templates: readonly ReportTemplate[],
): Promise<ReportTemplate | null> {
  const namesake = templates.find(({ name }) => name === content.name);
  const known = namesake === undefined ? { id: uuidv7() } : { id: namesake.id, version: namesake.version };
  try {
    const saved = await save('reportTemplate.save', { ...known, ...content });
    await queryClient.invalidateQueries({ queryKey: keys.reportTemplates });
    notify('quiet', t('report.templateSaved', { name: saved.name }));
    return saved;
  } catch (thrown) {
    alertFailure(thrown);
    return null;
  }
}

export async function removeTemplate({ id, version, name }: ReportTemplate): Promise<void> {
  try {
    await save('reportTemplate.remove', { id, version });
    await queryClient.invalidateQueries({ queryKey: keys.reportTemplates });
    notify('quiet', t('report.templateRemoved', { name }), undoOffer());
  } catch (thrown) {
    alertFailure(thrown);
  }
}
