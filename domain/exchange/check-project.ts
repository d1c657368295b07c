import { everyCode, type ExchangeProject } from './project.ts';

export interface ProjectFault {
  /** In the project's file, where it was read from one. */
  line: number | null;
  /** One English sentence: what is wrong with which element. */
  what: string;
}

type Kind = 'user' | 'code' | 'variable' | 'case' | 'source' | 'selection' | 'coding' | 'note' | 'link' | 'set';

/**
 * What makes a project no project: GUIDs that stand twice, and references to what is not there or is of another kind. The
 * schema of the format checks neither. `skipped` are GUIDs of what a reader left out. In the order of the file.
 */
export function checkProject(project: ExchangeProject, skipped: ReadonlySet<string> = new Set()): ProjectFault[] {
  const faults: ProjectFault[] = [];
  const kinds = new Map<string, Kind>();
  const enter = (kind: Kind, { guid, line }: { guid: string; line?: number }) => {
    const there = kinds.get(guid);
    if (there !== undefined)
      faults.push({ line: line ?? null, what: `the GUID ${guid} of a ${kind} is that of a ${there} already` });
    else kinds.set(guid, kind);
  };
  const codes = [...everyCode(project.codes)].map(({ code }) => code);
  for (const user of project.users) enter('user', user);
  for (const code of codes) enter('code', code);
  for (const variable of project.variables) enter('variable', variable);
  for (const each of project.cases) enter('case', each);
  for (const source of project.sources) {
    enter('source', source);
    for (const selection of source.selections) {
      enter('selection', selection);
      for (const coding of selection.codings) enter('coding', coding);
    }
    for (const coding of source.codings) enter('coding', coding);
  }
  for (const note of project.notes) enter('note', note);
  for (const link of project.links) enter('link', link);
  for (const set of project.sets) enter('set', set);

  const point = (wanted: Kind, guid: string | null, from: string, line: number | undefined) => {
    if (guid === null || skipped.has(guid)) return;
    const found = kinds.get(guid);
    if (found === undefined) faults.push({ line: line ?? null, what: `${from} points at ${guid}, which is not there` });
    else if (found !== wanted)
      faults.push({ line: line ?? null, what: `${from} points at ${guid} as a ${wanted}, but that is a ${found}` });
  };
  const points = (wanted: Kind, guids: readonly string[], from: string, line: number | undefined) => {
    for (const guid of guids) point(wanted, guid, from, line);
  };
  point('user', project.createdBy, 'the project', undefined);
  points('note', project.noteRefs, 'the project', undefined);
  for (const { guid, noteRefs, line } of codes) points('note', noteRefs, `the code ${guid}`, line);
  for (const { guid, values, sourceRefs, selectionRefs, line } of project.cases) {
    const from = `the case ${guid}`;
    for (const { variable } of values) point('variable', variable, from, line);
    points('source', sourceRefs, from, line);
    points('selection', selectionRefs, from, line);
  }
  for (const source of project.sources) {
    const from = `the source ${source.guid}`;
    points('note', source.noteRefs, from, source.line);
    point('user', source.user, from, source.line);
    for (const { variable } of source.values) point('variable', variable, from, source.line);
    for (const selection of source.selections) {
      point('user', selection.user, `the selection ${selection.guid}`, selection.line);
      points('note', selection.noteRefs, `the selection ${selection.guid}`, selection.line);
    }
    for (const coding of [...source.selections.flatMap(({ codings }) => codings), ...source.codings]) {
      point('code', coding.code, `the coding ${coding.guid}`, coding.line);
      point('user', coding.user, `the coding ${coding.guid}`, coding.line);
      points('note', coding.noteRefs, `the coding ${coding.guid}`, coding.line);
    }
  }
  for (const note of project.notes) point('user', note.user, `the note ${note.guid}`, note.line);
  for (const { guid, codes: members, sources, notes, line } of project.sets) {
    points('code', members, `the set ${guid}`, line);
    points('source', sources, `the set ${guid}`, line);
    points('note', notes, `the set ${guid}`, line);
  }
  for (const { guid, origin, target, line } of project.links)
    for (const end of [origin, target])
      if (!kinds.has(end) && !skipped.has(end))
        faults.push({ line: line ?? null, what: `the link ${guid} points at ${end}, which is not there` });
  return faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
