import { readGuid } from '#domain/exchange/guid.ts';
import {
  type ExchangeCode,
  type ExchangeCoding,
  type ExchangeNote,
  type ExchangeProject,
  type ExchangeSelection,
  type ExchangeSet,
  type ExchangeSource,
  type ExchangeValue,
  type VariableType,
  variableTypes,
} from '#domain/exchange/project.ts';
import type { Irregularity, Skipped } from '#domain/exchange/skipped.ts';
import { isDamaged } from '../readers/refusals.ts';
import { wrongProject } from './exchange-refusals.ts';
import { childrenOf, neverEmpty, otherSources } from './qde-grammar.ts';
import { readTree, type XmlElement } from './read-tree.ts';

/** A project file as it was read; texts of sources and notes that lie beside it are still to come. */
export interface ReadQde {
  project: ExchangeProject;
  /** The paths, as written, of texts beside the file, by what they are the text of. */
  paths: Map<ExchangeSource | ExchangeNote, { path: string; line: number }>;
  skipped: Skipped[];
  /** GUIDs of what was skipped, at which the rest may point. */
  skippedGuids: Set<string>;
  irregular: Irregularity[];
}

/** Reads a `project.qde`. What cannot be meant is refused with its line; what is only not as it should be is told. */
export function readQde(file: string, bytes: Uint8Array): ReadQde {
  const root = readTree(file, bytes);
  if (root === null) throw isDamaged(file);
  if (root.name !== 'Project' || !root.uri.startsWith('urn:QDA-XML:project:'))
    throw wrongProject(file, root.line, `it begins with <${root.name}> and not with the <Project> of REFI-QDA`);
  return new QdeReader(file).read(root);
}

/** Reads a `.qdc`: codes, and sets of them. */
export function readQdc(
  file: string,
  bytes: Uint8Array,
): Pick<ExchangeProject, 'codes' | 'sets' | 'origin'> & Pick<ReadQde, 'irregular'> {
  const root = readTree(file, bytes);
  if (root === null) throw isDamaged(file);
  if (root.name !== 'CodeBook' || !root.uri.startsWith('urn:QDA-XML:codebook:'))
    throw wrongProject(file, root.line, `it begins with <${root.name}> and not with the <CodeBook> of REFI-QDA`);
  return new QdeReader(file).codebook(root);
}

class QdeReader {
  readonly #file: string;
  readonly #paths: ReadQde['paths'] = new Map();
  readonly #skipped: Skipped[] = [];
  readonly #skippedGuids = new Set<string>();
  readonly #irregular: Irregularity[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  read(root: XmlElement): ReadQde {
    const part = (name: string) => this.#child(root, name);
    this.#checkOrder(root);
    for (const graph of part('Graphs')?.children ?? []) this.#skip('graphs', graph);
    const project: ExchangeProject = {
      name: root.attributes.name ?? '',
      origin: root.attributes.origin ?? '',
      createdBy: this.#guid(root, 'creatingUserGUID'),
      createdAt: root.attributes.creationDateTime ?? null,
      users: this.#all(part('Users'), 'User').map((user) => ({
        guid: this.#needGuid(user),
        name: user.attributes.name ?? user.attributes.id ?? '',
        line: user.line,
      })),
      codes: this.#codes(part('CodeBook')),
      variables: this.#all(part('Variables'), 'Variable').map((variable) => ({
        guid: this.#needGuid(variable),
        name: variable.attributes.name ?? '',
        type: variableTypes.find((type) => type === variable.attributes.typeOfVariable) ?? 'Text',
        line: variable.line,
      })),
      cases: this.#all(part('Cases'), 'Case').map((each) => ({
        guid: this.#needGuid(each),
        name: each.attributes.name ?? '',
        description: this.#description(each),
        values: this.#values(each),
        sourceRefs: this.#targets(each, 'SourceRef'),
        selectionRefs: this.#targets(each, 'SelectionRef'),
        line: each.line,
      })),
      sources: (part('Sources')?.children ?? []).flatMap((source) => this.#source(source)),
      notes: this.#all(part('Notes'), 'Note').flatMap((note) => this.#note(note)),
      links: this.#all(part('Links'), 'Link').map((link) => ({
        guid: this.#needGuid(link),
        name: link.attributes.name ?? '',
        origin: this.#needGuid(link, 'originGUID'),
        target: this.#needGuid(link, 'targetGUID'),
        line: link.line,
      })),
      sets: this.#all(part('Sets'), 'Set').map((set) => this.#set(set, 'targetGUID')),
      description: this.#description(root),
      noteRefs: this.#targets(root, 'NoteRef'),
    };
    const found = { paths: this.#paths, skipped: this.#skipped, skippedGuids: this.#skippedGuids };
    return { project, ...found, irregular: this.#irregular };
  }

  codebook(root: XmlElement) {
    this.#checkOrder(root);
    const sets = this.#all(this.#child(root, 'Sets'), 'Set').map((set) => this.#set(set, 'guid'));
    const codes = this.#all(this.#child(root, 'Codes'), 'Code').map((code) => this.#code(code));
    return { codes, sets, origin: root.attributes.origin ?? '', irregular: this.#irregular };
  }

  #codes(codebook: XmlElement | null): ExchangeCode[] {
    if (codebook === null) return [];
    this.#checkOrder(codebook);
    return this.#all(this.#child(codebook, 'Codes'), 'Code').map((code) => this.#code(code));
  }

  #code(code: XmlElement): ExchangeCode {
    this.#checkOrder(code);
    const codable = code.attributes.isCodable?.trim();
    if (codable === undefined) this.#tell(code, 'a code does not say whether it is codable');
    return {
      guid: this.#needGuid(code),
      name: code.attributes.name ?? '',
      isCodable: codable !== 'false' && codable !== '0',
      colour: code.attributes.color ?? null,
      description: this.#description(code),
      noteRefs: this.#targets(code, 'NoteRef'),
      codes: code.children.filter(({ name }) => name === 'Code').map((below) => this.#code(below)),
      line: code.line,
    };
  }

  #source(source: XmlElement): ExchangeSource[] {
    const kind = otherSources[source.name];
    if (kind !== undefined) {
      this.#skip(kind, source);
      return [];
    }
    if (source.name !== 'TextSource') {
      this.#tell(source, `<${source.name}> is no source of the format`);
      return [];
    }
    this.#checkOrder(source);
    const { attributes, line } = source;
    const read: ExchangeSource = {
      guid: this.#needGuid(source),
      name: attributes.name ?? '',
      description: this.#description(source),
      text: '',
      selections: source.children
        .filter(({ name }) => name === 'PlainTextSelection')
        .map((each) => this.#selection(each)),
      codings: this.#codings(source),
      noteRefs: this.#targets(source, 'NoteRef'),
      values: this.#values(source),
      user: this.#guid(source, 'creatingUser'),
      createdAt: attributes.creationDateTime ?? null,
      changedAt: attributes.modifiedDateTime ?? null,
      line,
    };
    return this.#takeText(source, read) ? [read] : [];
  }

  #note(note: XmlElement): ExchangeNote[] {
    this.#checkOrder(note);
    const { attributes, line } = note;
    const read: ExchangeNote = {
      guid: this.#needGuid(note),
      name: attributes.name ?? '',
      text: '',
      user: this.#guid(note, 'creatingUser'),
      createdAt: attributes.creationDateTime ?? null,
      changedAt: attributes.modifiedDateTime ?? null,
      line,
    };
    for (const selection of note.children.filter(({ name }) => name === 'PlainTextSelection'))
      this.#skip('selections-in-notes', selection);
    return this.#takeText(note, read) ? [read] : [];
  }

  /** Exactly one of `plainTextPath` and PlainTextContent holds the text. False where there is neither. */
  #takeText(element: XmlElement, read: ExchangeSource | ExchangeNote): boolean {
    const { plainTextPath: path, richTextPath: rich } = element.attributes;
    const inline = this.#child(element, 'PlainTextContent');
    if (path !== undefined && path.trim() !== '') {
      if (inline !== null) this.#tell(element, 'it has its text twice, inside and in a file of its own');
      this.#paths.set(read, { path: path.trim(), line: element.line });
    } else if (inline !== null) read.text = inline.text;
    else if (element.name === 'Note' && rich === undefined) this.#tell(element, 'a note has no text');
    else {
      this.#skip('no-plain-text', element);
      return false;
    }
    if (rich !== undefined) this.#skipped.push({ kind: 'rich-text', example: read.name });
    return true;
  }

  #selection(selection: XmlElement): ExchangeSelection {
    this.#checkOrder(selection);
    const { attributes, line } = selection;
    return {
      guid: this.#needGuid(selection),
      name: attributes.name ?? '',
      start: this.#position(selection, 'startPosition'),
      end: this.#position(selection, 'endPosition'),
      description: this.#description(selection),
      codings: this.#codings(selection),
      noteRefs: this.#targets(selection, 'NoteRef'),
      user: this.#guid(selection, 'creatingUser'),
      createdAt: attributes.creationDateTime ?? null,
      changedAt: attributes.modifiedDateTime ?? null,
      line,
    };
  }

  #codings(element: XmlElement): ExchangeCoding[] {
    return element.children
      .filter(({ name }) => name === 'Coding')
      .map((coding) => {
        this.#checkOrder(coding);
        const codes = this.#targets(coding, 'CodeRef');
        const [code] = codes;
        if (code === undefined || codes.length > 1)
          throw wrongProject(this.#file, coding.line, `a Coding has ${codes.length} CodeRefs and must have one`);
        return {
          guid: this.#needGuid(coding),
          code,
          user: this.#guid(coding, 'creatingUser'),
          at: coding.attributes.creationDateTime ?? null,
          noteRefs: this.#targets(coding, 'NoteRef'),
          line: coding.line,
        };
      });
  }

  #values(element: XmlElement): ExchangeValue[] {
    return element.children
      .filter(({ name }) => name === 'VariableValue')
      .flatMap((value) => {
        this.#checkOrder(value);
        const [variable] = this.#targets(value, 'VariableRef');
        if (variable === undefined) throw wrongProject(this.#file, value.line, 'a VariableValue names no variable');
        const said = value.children.find(({ name }) => valueTypes.has(name));
        return said === undefined ? [] : [{ variable, value: said.text }];
      });
  }

  #set(set: XmlElement, member: 'targetGUID' | 'guid'): ExchangeSet {
    this.#checkOrder(set);
    return {
      guid: this.#needGuid(set),
      name: set.attributes.name ?? '',
      description: this.#description(set),
      codes: this.#targets(set, 'MemberCode', member),
      sources: this.#targets(set, 'MemberSource', member),
      notes: this.#targets(set, 'MemberNote', member),
      line: set.line,
    };
  }

  #skip(kind: Skipped['kind'], element: XmlElement): void {
    this.#skipped.push({ kind, example: element.attributes.name ?? '' });
    const walk = ({ attributes, children }: XmlElement) => {
      const guid = attributes.guid === undefined ? null : readGuid(attributes.guid);
      if (guid !== null) this.#skippedGuids.add(guid);
      children.forEach(walk);
    };
    walk(element);
  }

  #child(element: XmlElement, name: string): XmlElement | null {
    return element.children.find((child) => child.name === name) ?? null;
  }

  #all(container: XmlElement | null, name: string): XmlElement[] {
    if (container === null) return [];
    this.#checkOrder(container);
    return container.children.filter((child) => child.name === name);
  }

  #description(element: XmlElement): string {
    return this.#child(element, 'Description')?.text ?? '';
  }

  #targets(element: XmlElement, name: string, attribute = 'targetGUID'): string[] {
    return element.children
      .filter((child) => child.name === name)
      .map((child) => {
        // Codebooks of some programs name members as projects do.
        const written = child.attributes[attribute] ?? child.attributes.targetGUID ?? child.attributes.guid;
        return this.#readGuid(child, attribute, written);
      });
  }

  #needGuid(element: XmlElement, attribute = 'guid'): string {
    return this.#readGuid(element, attribute, element.attributes[attribute]);
  }

  #guid(element: XmlElement, attribute: string): string | null {
    const written = element.attributes[attribute];
    return written === undefined || written.trim() === '' ? null : this.#readGuid(element, attribute, written);
  }

  #readGuid({ name, line }: XmlElement, attribute: string, written: string | undefined): string {
    const guid = written === undefined ? null : readGuid(written);
    if (guid !== null) return guid;
    const found =
      written === undefined
        ? `has no ${attribute}`
        : `has the ${attribute} “${written.slice(0, 60)}”, which is no GUID`;
    throw wrongProject(this.#file, line, `<${name}> ${found}`);
  }

  #position(element: XmlElement, attribute: string): number {
    const written = element.attributes[attribute]?.trim() ?? '';
    const position = /^\+?\d{1,12}$/.test(written) ? Number(written) : null;
    if (position !== null) return position;
    throw wrongProject(
      this.#file,
      element.line,
      `<${element.name}> has the ${attribute} “${written.slice(0, 40)}”, which is no position`,
    );
  }

  /** Tells of children that the schema has not, or has in another order, and of containers without any. */
  #checkOrder(element: XmlElement): void {
    if (neverEmpty.has(element.name) && element.children.length === 0)
      this.#tell(element, `<${element.name}> is empty and should be left out`);
    const order = childrenOf[element.name];
    if (order === undefined || order.length === 0) return;
    let last = 0;
    for (const child of element.children) {
      const at = order.indexOf(child.name);
      if (at < 0) this.#tell(child, `<${child.name}> does not belong into <${element.name}>`);
      else if (at < last) this.#tell(child, `<${child.name}> stands too late in <${element.name}>`);
      else last = at;
    }
  }

  #tell({ line }: XmlElement, what: string): void {
    this.#irregular.push({ line, what });
  }
}

const valueTypes: ReadonlySet<string> = new Set(variableTypes.map((type: VariableType) => `${type}Value`));
