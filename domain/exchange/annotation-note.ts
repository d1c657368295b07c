import { annotationStatus, officeLevel, relation, type Relation, type Voice, voiceKind } from '../contract/values.ts';
import { readLabelled, writeLabelled } from './labelled-text.ts';
import type { LinkOrigin, SnapshotAnnotation } from './snapshot.ts';

const VOICE = ['name', 'office', 'level', 'place'] as const;
const labels = ['voice', ...VOICE.map((part) => `voice ${part}`), 'status', 'translation', 'relations'];
const LINK = /^(verbatim|adapted|local|mention|-), (hand|suggestion|search|import) — .*\{([0-9a-f-]{36})\}$/;

export type NotedAnnotation = Pick<SnapshotAnnotation, 'note' | 'voice' | 'status' | 'translation'>;

export interface ReadNote extends NotedAnnotation {
  /** By the GUID of the category. */
  links: Map<string, { relation: Relation | null; origin: LinkOrigin }>;
}

/**
 * The note of an annotation, with what other programs have no field for in labelled lines below: the voice, a status other
 * than settled, the translation, and how links came about where it was not by hand. Empty when there is none of it.
 */
export function writeAnnotationNote(
  annotation: Pick<SnapshotAnnotation, 'note' | 'voice' | 'status' | 'translation' | 'links'>,
  nameOf: (categoryId: string) => string,
): string {
  const { note, voice, status, translation, links } = annotation;
  const fields: Record<string, string> = {};
  if (voice !== null) {
    fields.voice = voice.kind;
    for (const part of VOICE) if (voice[part] !== null) fields[`voice ${part}`] = voice[part];
  }
  if (status !== 'settled') fields.status = status;
  if (translation !== '') fields.translation = translation;
  const telling = links.filter((link) => link.relation !== null || link.origin !== 'hand');
  if (telling.length > 0)
    fields.relations = telling
      .map(
        ({ categoryId, relation: how, origin }) =>
          `${how ?? '-'}, ${origin} — ${nameOf(categoryId).replaceAll(/\s+/gu, ' ')} {${categoryId}}`,
      )
      .join('\n');
  return writeLabelled({ body: note, fields });
}

/** Reads what `writeAnnotationNote` wrote; of another program's note all is note. */
export function readAnnotationNote(text: string): ReadNote {
  const { body, fields } = readLabelled(text, labels);
  const kind = voiceKind.safeParse(fields.voice);
  const level = officeLevel.safeParse(fields['voice level']);
  const said = (part: (typeof VOICE)[number]) => fields[`voice ${part}`] ?? null;
  const voice: Voice | null = kind.success
    ? {
        kind: kind.data,
        name: said('name'),
        office: said('office'),
        level: level.success ? level.data : null,
        place: said('place'),
      }
    : null;
  const status = annotationStatus.safeParse(fields.status);
  const links: ReadNote['links'] = new Map();
  for (const line of fields.relations?.split('\n') ?? []) {
    const [, how, origin, guid] = LINK.exec(line) ?? [];
    if (guid === undefined) continue;
    const found = relation.safeParse(how);
    links.set(guid, { relation: found.success ? found.data : null, origin: origin as LinkOrigin });
  }
  return {
    note: body,
    voice,
    status: status.success ? status.data : 'settled',
    translation: fields.translation ?? '',
    links,
  };
}
