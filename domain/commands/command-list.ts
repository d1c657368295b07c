/**
 * Where a command's keys hold. `selection`: a passage is selected in the text; `annotation`: none is, in the text or in the
 * list of annotations; `text`: the reading text, either way; `picker`, `review`: those; `window`: everywhere but in dialogs
 * and in the picker.
 */
export type Scope = 'selection' | 'annotation' | 'text' | 'picker' | 'review' | 'window';

export interface CommandDefinition {
  readonly in: readonly Scope[];
  /** The chords it has until she chooses others, the one that menus show first; see `chord.ts` for how they are written. */
  readonly keys: readonly string[];
  /** The same on a Mac, where they differ. */
  readonly mac?: readonly string[];
  /** With Shift, it stretches the selection instead of moving the caret. */
  readonly extends?: true;
  /** Its keys belong to the kind of thing it works on, such as a list or a field, and are not hers to change. */
  readonly fixed?: true;
  /** A key that is held down does it only once. */
  readonly once?: true;
  /** Also from inside a field, by chords with Ctrl and by function keys. */
  readonly inFields?: true;
  /** The line of the help that it shares with others, by its name in the catalogues. */
  readonly row?: string;
}

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
type Digit = (typeof digits)[number];

/** A command for each digit: `quick1` to `quick9`. */
function numbered<Stem extends string>(stem: Stem, definition: Omit<CommandDefinition, 'keys'>) {
  const entries = digits.map((digit) => [`${stem}${digit}`, { ...definition, keys: [`${digit}`] }]);
  return Object.fromEntries(entries) as Record<`${Stem}${Digit}`, CommandDefinition>;
}

const motion = { in: ['text'], extends: true } as const;
const list = { in: ['picker'], fixed: true } as const;

/**
 * Every command that has a name, in the order in which the help and the settings show them. To add one: an entry here, its
 * name in the catalogues under `commands`, and a handler where it can be carried out (`useHandlers` of the renderer).
 */
const definitions = {
  annotate: { in: ['selection'], keys: ['Enter', 'A', '0', '#'] },
  ...numbered('quick', { in: ['selection'], once: true, row: 'quick' }),
  sameAgain: { in: ['selection'], keys: ['.'], once: true },
  grow: { in: ['text'], keys: ['X', 'Alt+ArrowUp'], mac: ['X', 'Ctrl+Alt+ArrowUp'] },
  shrink: { in: ['text'], keys: ['Shift+X', 'Alt+ArrowDown'], mac: ['Shift+X', 'Ctrl+Alt+ArrowDown'] },
  selectAll: { in: ['text'], keys: ['Ctrl+A'] },
  unselect: { in: ['selection'], keys: ['Escape'], fixed: true },

  characterLeft: { ...motion, keys: ['ArrowLeft'], row: 'byCharacter' },
  characterRight: { ...motion, keys: ['ArrowRight'], row: 'byCharacter' },
  clauseLeft: { ...motion, keys: ['Ctrl+ArrowLeft'], mac: ['Alt+ArrowLeft'], row: 'byClause' },
  clauseRight: { ...motion, keys: ['Ctrl+ArrowRight'], mac: ['Alt+ArrowRight'], row: 'byClause' },
  sentenceLeft: { ...motion, keys: ['Alt+ArrowLeft'], mac: ['Ctrl+Alt+ArrowLeft'], row: 'bySentence' },
  sentenceRight: { ...motion, keys: ['Alt+ArrowRight'], mac: ['Ctrl+Alt+ArrowRight'], row: 'bySentence' },
  paragraphUp: { ...motion, keys: ['Ctrl+ArrowUp'], mac: ['Alt+ArrowUp'], row: 'byParagraph' },
  paragraphDown: { ...motion, keys: ['Ctrl+ArrowDown'], mac: ['Alt+ArrowDown'], row: 'byParagraph' },
  annotationPrevious: { ...motion, keys: ['['], row: 'byAnnotation' },
  annotationNext: { ...motion, keys: [']'], row: 'byAnnotation' },
  lineUp: { ...motion, keys: ['ArrowUp'], row: 'byLine' },
  lineDown: { ...motion, keys: ['ArrowDown'], row: 'byLine' },
  lineStart: { ...motion, keys: ['Home'], mac: ['Home', 'Ctrl+ArrowLeft'], row: 'lineEdge' },
  lineEnd: { ...motion, keys: ['End'], mac: ['End', 'Ctrl+ArrowRight'], row: 'lineEdge' },
  textStart: { ...motion, keys: ['Ctrl+Home'], mac: ['Ctrl+Home', 'Ctrl+ArrowUp'], row: 'textEdge' },
  textEnd: { ...motion, keys: ['Ctrl+End'], mac: ['Ctrl+End', 'Ctrl+ArrowDown'], row: 'textEdge' },
  pageUp: { ...motion, keys: ['PageUp'], row: 'byPage' },
  pageDown: { ...motion, keys: ['PageDown'], row: 'byPage' },
  toggleRoles: { in: ['text'], keys: ['P'] },
  chooseRole: { in: ['text'], keys: ['R'] },
  correctText: { in: ['text'], keys: ['F2'] },
  toReference: { in: ['text'], keys: ['G'] },
  suggestions: { in: ['text'], keys: ['J'] },

  openAnnotation: { in: ['annotation'], keys: ['Enter'], fixed: true },
  nextUnreviewed: { in: ['annotation'], keys: ['N'], row: 'unreviewed' },
  previousUnreviewed: { in: ['annotation'], keys: ['Shift+N'], row: 'unreviewed' },
  editAnnotation: { in: ['annotation'], keys: ['E'] },
  editNote: { in: ['annotation'], keys: ['W'] },
  editVoice: { in: ['annotation'], keys: ['V'] },
  editRelation: { in: ['annotation'], keys: ['L'] },
  relationVerbatim: { in: ['annotation', 'picker'], keys: ['Alt+V'], row: 'namedRelation' },
  relationAdapted: { in: ['annotation', 'picker'], keys: ['Alt+A'], row: 'namedRelation' },
  relationLocal: { in: ['annotation', 'picker'], keys: ['Alt+L'], row: 'namedRelation' },
  relationMention: { in: ['annotation', 'picker'], keys: ['Alt+M'], row: 'namedRelation' },
  relationNone: { in: ['annotation', 'picker'], keys: ['Alt+N'], row: 'namedRelation' },
  acceptVoice: { in: ['annotation', 'picker'], keys: ['Alt+S'] },
  turnStatus: { in: ['annotation'], keys: ['S'] },
  toggleDoubtful: { in: ['annotation'], keys: ['D'] },
  selectAnnotation: { in: ['annotation'], keys: ['T'] },
  copyQuotation: { in: ['selection', 'annotation'], keys: ['Q'] },
  confirmPlace: { in: ['annotation'], keys: ['C'], once: true },
  removeAnnotation: { in: ['annotation'], keys: ['Delete', 'Backspace'], once: true },
  cancelPlacing: { in: ['annotation'], keys: ['Escape'], fixed: true },

  pickUp: { ...list, keys: ['ArrowUp'], row: 'pickMove' },
  pickDown: { ...list, keys: ['ArrowDown'], row: 'pickMove' },
  pickPageUp: { ...list, keys: ['PageUp'], row: 'pickPage' },
  pickPageDown: { ...list, keys: ['PageDown'], row: 'pickPage' },
  pickToggle: { ...list, keys: ['Space'] },
  pickAlways: { ...list, keys: ['Shift+Enter'] },
  pickRelationBack: { ...list, keys: ['ArrowLeft'], row: 'pickRelation' },
  pickRelationOn: { ...list, keys: ['ArrowRight'], row: 'pickRelation' },
  pickSuggestion1: { ...list, keys: ['Alt+1'], row: 'pickSuggestion' },
  pickSuggestion2: { ...list, keys: ['Alt+2'], row: 'pickSuggestion' },
  pickSuggestion3: { ...list, keys: ['Alt+3'], row: 'pickSuggestion' },
  pickTakeBack: { ...list, keys: ['Backspace'] },
  pickSave: { ...list, keys: ['Enter'] },
  pickSaveNow: { ...list, keys: ['Ctrl+Enter'] },
  pickCancel: { ...list, keys: ['Escape'] },

  repairUp: { in: ['review'], keys: ['ArrowUp', 'K'], row: 'repairMove' },
  repairDown: { in: ['review'], keys: ['ArrowDown', 'J'], row: 'repairMove' },
  repairFirst: { in: ['review'], keys: ['Home'], row: 'repairEdge' },
  repairLast: { in: ['review'], keys: ['End'], row: 'repairEdge' },
  repairAccept: { in: ['review'], keys: ['A'], once: true },
  repairAcceptNext: { in: ['review'], keys: ['Enter'], once: true },
  repairRefuse: { in: ['review'], keys: ['R'], once: true },
  repairOpen: { in: ['review'], keys: ['O'], once: true },
  repairEdit: { in: ['review'], keys: ['E'], once: true },
  ...numbered('candidate', { in: ['review'], once: true, row: 'candidate' }),
  repairLeave: { in: ['review'], keys: ['Escape'], fixed: true },

  palette: { in: ['window'], keys: ['Ctrl+K'], inFields: true },
  undo: { in: ['window'], keys: ['Ctrl+Z'] },
  redo: { in: ['window'], keys: ['Ctrl+Shift+Z', 'Ctrl+Y'] },
  filterArticles: { in: ['window'], keys: ['/'] },
  findInCorpus: { in: ['window'], keys: ['Ctrl+Shift+F'], inFields: true },
  nextPane: { in: ['window'], keys: ['F6'], inFields: true, row: 'panes' },
  previousPane: { in: ['window'], keys: ['Shift+F6'], inFields: true, row: 'panes' },
  toggleLibrary: { in: ['window'], keys: ['Ctrl+B'] },
  toggleMargin: { in: ['window'], keys: ['Ctrl+Alt+B'] },
  textLarger: { in: ['window'], keys: ['+', '='], row: 'textSize' },
  textSmaller: { in: ['window'], keys: ['-'], row: 'textSize' },
  reviewRepairs: { in: ['window'], keys: ['M'] },
  articleMetadata: { in: ['window'], keys: ['I'] },
  textRevisions: { in: ['window'], keys: [] },
  asItWas: { in: ['window'], keys: [] },
  toggleStripes: { in: ['window'], keys: [] },
  dimNothing: { in: ['window'], keys: [] },
  exportReport: { in: ['window'], keys: ['Ctrl+E'], inFields: true },
  codingNotBegun: { in: ['window'], keys: [] },
  codingInProgress: { in: ['window'], keys: [] },
  codingComplete: { in: ['window'], keys: [] },
  leaveOut: { in: ['window'], keys: [] },
  removeArticle: { in: ['window'], keys: [] },
  importFiles: { in: ['window'], keys: ['Ctrl+O'], inFields: true },
  importFolder: { in: ['window'], keys: [] },
  pasteText: { in: ['window'], keys: [] },
  importSample: { in: ['window'], keys: [] },
  loadSample: { in: ['window'], keys: [] },
  removeSample: { in: ['window'], keys: [] },
  nextItem: { in: ['window'], keys: ['Alt+PageDown'], row: 'items' },
  previousItem: { in: ['window'], keys: ['Alt+PageUp'], row: 'items' },
  compare: { in: ['window'], keys: [] },
  openFindings: { in: ['window'], keys: [] },
  keepFinding: { in: ['window'], keys: [] },
  openMatrix: { in: ['window'], keys: [] },
  corpusOverview: { in: ['window'], keys: [] },
  openCodebooks: { in: ['window'], keys: [] },
  openReferences: { in: ['window'], keys: [] },
  openFormulas: { in: ['window'], keys: [] },
  toggleReuse: { in: ['window'], keys: [] },
  toggleBlind: { in: ['window'], keys: [] },
  openHistory: { in: ['window'], keys: [] },
  pinQuick: { in: ['window'], keys: [] },
  exportCorpus: { in: ['window'], keys: [] },
  importProject: { in: ['window'], keys: [] },
  backups: { in: ['window'], keys: [] },
  otherCorpus: { in: ['window'], keys: [] },
  themeSystem: { in: ['window'], keys: [] },
  themeLight: { in: ['window'], keys: [] },
  themeDark: { in: ['window'], keys: [] },
  languageHant: { in: ['window'], keys: [] },
  languageHans: { in: ['window'], keys: [] },
  languageEn: { in: ['window'], keys: [] },
  settings: { in: ['window'], keys: ['Ctrl+,'], inFields: true },
  help: { in: ['window'], keys: ['?'] },
} as const satisfies Record<string, CommandDefinition>;

export type CommandId = keyof typeof definitions;

export const commands: Readonly<Record<CommandId, CommandDefinition>> = definitions;

/** In the order of the list. */
export const commandIds = Object.keys(definitions) as CommandId[];
