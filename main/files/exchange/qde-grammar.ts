const common = ['PlainTextSelection', 'Coding', 'NoteRef', 'VariableValue'];
const text = ['Description', 'PlainTextContent', ...common];

/** The children of each element that this program reads, in the order of the schema. */
export const childrenOf: Readonly<Record<string, readonly string[]>> = {
  Project: [
    'Users',
    'CodeBook',
    'Variables',
    'Cases',
    'Sources',
    'Notes',
    'Links',
    'Sets',
    'Graphs',
    'Description',
    'NoteRef',
  ],
  Users: ['User'],
  CodeBook: ['Codes', 'Sets'],
  Codes: ['Code'],
  Code: ['Description', 'NoteRef', 'Code'],
  Variables: ['Variable'],
  Variable: ['Description'],
  Cases: ['Case'],
  Case: ['Description', 'CodeRef', 'VariableValue', 'SourceRef', 'SelectionRef'],
  Sources: [],
  TextSource: text,
  Note: text,
  PlainTextSelection: ['Description', 'Coding', 'NoteRef'],
  Coding: ['CodeRef', 'NoteRef'],
  VariableValue: [
    'VariableRef',
    'TextValue',
    'BooleanValue',
    'IntegerValue',
    'FloatValue',
    'DateValue',
    'DateTimeValue',
  ],
  Notes: ['Note'],
  Links: ['Link'],
  Link: ['NoteRef'],
  Sets: ['Set'],
  Set: ['Description', 'MemberCode', 'MemberSource', 'MemberNote'],
};

/** Containers that the schema wants with a child or not at all. */
export const neverEmpty: ReadonlySet<string> = new Set([
  'Users',
  'CodeBook',
  'Codes',
  'Variables',
  'Cases',
  'Sources',
  'Notes',
  'Links',
  'Sets',
  'Graphs',
]);

/** Kinds of sources that hold no text of their own. */
export const otherSources: Readonly<Record<string, 'pictures' | 'pdfs' | 'recordings'>> = {
  PictureSource: 'pictures',
  PDFSource: 'pdfs',
  AudioSource: 'recordings',
  VideoSource: 'recordings',
};
