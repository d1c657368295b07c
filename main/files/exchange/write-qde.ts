import type {
  ExchangeCode,
  ExchangeCoding,
  ExchangeProject,
  ExchangeSelection,
  ExchangeSet,
  ExchangeSource,
  ExchangeValue,
  VariableType,
} from '#domain/exchange/project.ts';
import { XmlWriter } from './xml-writer.ts';

export const PROJECT_NAMESPACE = 'urn:QDA-XML:project:1.0';
export const CODEBOOK_NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/** The file a source's text lies in, inside the archive. */
export function sourceFile(guid: string): string {
  return `sources/${guid}.txt`;
}

/** A `project.qde`, its children in the order of the schema; texts of sources lie beside it. */
export function writeQde(project: ExchangeProject): string {
  const xml = new XmlWriter();
  const types = new Map(project.variables.map(({ guid, type }) => [guid, type]));
  const noteRefs = (guids: readonly string[]) => {
    for (const targetGUID of guids) xml.empty('NoteRef', { targetGUID });
  };
  const description = (text: string) => {
    if (text !== '') xml.text('Description', text);
  };
  const coding = ({ guid, code, user, at, noteRefs: notes }: ExchangeCoding) => {
    xml.open('Coding', { guid, creatingUser: user, creationDateTime: at });
    xml.empty('CodeRef', { targetGUID: code });
    noteRefs(notes);
    xml.close();
  };
  const values = (all: readonly ExchangeValue[]) => {
    for (const { variable, value } of all) {
      xml.open('VariableValue');
      xml.empty('VariableRef', { targetGUID: variable });
      xml.text(valueElement(types.get(variable) ?? 'Text'), value);
      xml.close();
    }
  };
  const selection = (each: ExchangeSelection) => {
    xml.open('PlainTextSelection', {
      guid: each.guid,
      name: each.name,
      startPosition: each.start,
      endPosition: each.end,
      creatingUser: each.user,
      creationDateTime: each.createdAt,
      modifiedDateTime: each.changedAt,
    });
    description(each.description);
    each.codings.forEach(coding);
    noteRefs(each.noteRefs);
    xml.close();
  };
  const source = (each: ExchangeSource) => {
    xml.open('TextSource', {
      guid: each.guid,
      name: each.name,
      plainTextPath: `internal://${each.guid}.txt`,
      creatingUser: each.user,
      creationDateTime: each.createdAt,
      modifiedDateTime: each.changedAt,
    });
    description(each.description);
    each.selections.forEach(selection);
    each.codings.forEach(coding);
    noteRefs(each.noteRefs);
    values(each.values);
    xml.close();
  };

  xml.open('Project', {
    xmlns: PROJECT_NAMESPACE,
    name: project.name,
    origin: project.origin,
    creatingUserGUID: project.createdBy,
    creationDateTime: project.createdAt,
  });
  xml.around('Users', project.users, ({ guid, name }) => xml.empty('User', { guid, name }));
  xml.around('CodeBook', project.codes.length === 0 ? [] : [project.codes], (codes) =>
    writeCodes(xml, codes, noteRefs),
  );
  xml.around('Variables', project.variables, ({ guid, name, type }) =>
    xml.empty('Variable', { guid, name, typeOfVariable: type }),
  );
  xml.around('Cases', project.cases, (each) => {
    xml.open('Case', { guid: each.guid, name: each.name });
    description(each.description);
    values(each.values);
    for (const targetGUID of each.sourceRefs) xml.empty('SourceRef', { targetGUID });
    for (const targetGUID of each.selectionRefs) xml.empty('SelectionRef', { targetGUID });
    xml.close();
  });
  xml.around('Sources', project.sources, source);
  xml.around('Notes', project.notes, ({ guid, name, text, user, createdAt, changedAt }) => {
    xml.open('Note', {
      guid,
      name,
      creatingUser: user,
      creationDateTime: createdAt,
      modifiedDateTime: changedAt,
    });
    xml.text('PlainTextContent', text);
    xml.close();
  });
  xml.around('Links', project.links, ({ guid, name, origin, target }) =>
    xml.empty('Link', { guid, name, direction: 'OneWay', originGUID: origin, targetGUID: target }),
  );
  xml.around('Sets', project.sets, (set) => writeSet(xml, set, 'targetGUID'));
  description(project.description);
  noteRefs(project.noteRefs);
  return xml.end();
}

/** A `.qdc`; the format holds no codebook without codes. */
export function writeQdc(origin: string, codes: readonly ExchangeCode[], sets: readonly ExchangeSet[]): string {
  const xml = new XmlWriter();
  xml.open('CodeBook', { xmlns: CODEBOOK_NAMESPACE, origin });
  writeCodes(xml, codes, () => {});
  xml.around('Sets', sets, (set) => writeSet(xml, set, 'guid'));
  return xml.end();
}

function writeCodes(
  xml: XmlWriter,
  codes: readonly ExchangeCode[],
  noteRefs: (guids: readonly string[]) => void,
): void {
  const code = ({ guid, name, isCodable, colour, description, noteRefs: notes, codes: below }: ExchangeCode) => {
    xml.open('Code', { guid, name, isCodable, color: colour });
    if (description !== '') xml.text('Description', description);
    noteRefs(notes);
    below.forEach(code);
    xml.close();
  };
  xml.around('Codes', codes, code);
}

/** A member is named by `targetGUID` in a project and by `guid` in a codebook. */
function writeSet(xml: XmlWriter, set: ExchangeSet, member: 'targetGUID' | 'guid'): void {
  xml.open('Set', { guid: set.guid, name: set.name });
  if (set.description !== '') xml.text('Description', set.description);
  for (const guid of set.codes) xml.empty('MemberCode', { [member]: guid });
  for (const guid of set.sources) xml.empty('MemberSource', { [member]: guid });
  for (const guid of set.notes) xml.empty('MemberNote', { [member]: guid });
  xml.close();
}

export function valueElement(type: VariableType): string {
  return `${type}Value`;
}
