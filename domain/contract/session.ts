import { z } from 'zod';
import { operation } from './operation.ts';
import { citationStyle } from './quotation.ts';
import { repairChoice } from './repair.ts';
import { quotationMode } from './report.ts';
import { correctionDraft } from './revision.ts';
import { id, instant, language, name, nothing, token } from './values.ts';

/** A category that a digit stands for: pinned to it, or there because it was used. */
export const quickCategory = z.strictObject({ categoryId: id, pinned: z.boolean(), usedAt: instant });
export type QuickCategory = z.infer<typeof quickCategory>;

export const preferences = z.strictObject({
  language: language.optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  /** The reading size of article text in px. */
  textSize: z.number().min(12).max(36).optional(),
  /** Which repairs an import applies; those that are certain when nothing is said. */
  importRepair: repairChoice.optional(),
  /** Widths of the resizable panes in percent, by pane. */
  panes: z.record(z.string().max(40), z.array(z.number().min(0).max(100)).max(8)).optional(),
  /** The hash of the address where the coder was, by corpus id. */
  places: z.record(z.string().max(60), z.string().max(2000)).optional(),
  /** The categories whose branches stand open in the tree; absent before any was touched. */
  expanded: z.array(id).max(2000).optional(),
  /** The chords she has chosen, by command; a command that is not here has those of the program. */
  shortcuts: z.record(z.string().max(60), z.array(z.string().min(1).max(40)).max(4)).optional(),
  /** What 1 to 9 stand for, in this order, by corpus id; null for a digit without a category. */
  quickCategories: z.record(z.string().max(60), z.array(quickCategory.nullable()).max(9)).optional(),
  /** Whether the coding stripes stand beside the text; they do when nothing is said. */
  stripes: z.boolean().optional(),
  /** Whether words that a reference text has too are marked in the text; they are when nothing is said. */
  reuse: z.boolean().optional(),
  /** How many characters a passage has at least in common with a reference to be marked; 8 when nothing is said. */
  reuseLeast: z.int().min(8).max(200).optional(),
  /** Whether she codes without suggestions, reuse marks and the work of other coders. */
  blind: z.boolean().optional(),
  /** Corrections that were begun, by article id; storing null removes one, and those that are not named stay. */
  corrections: z.record(id, correctionDraft.nullable()).optional(),
  /** How passages are copied as quotations. */
  quotations: z.strictObject({ style: citationStyle, mode: quotationMode }).optional(),
});
export type Preferences = z.infer<typeof preferences>;

const corpusError = z.strictObject({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
});

export const session = z.strictObject({
  version: z.string(),
  host: z.enum(['electron', 'browser', 'command-line']),
  /** Whether the host can show open and save dialogs of the system. */
  dialogs: z.boolean(),
  /** Whether the host can make a PDF. */
  prints: z.boolean(),
  coder: z.strictObject({ id, name: z.string() }).nullable(),
  corpus: z.strictObject({ id, name: z.string(), file: z.string() }).nullable(),
  /** Why the corpus asked for at the start could not be opened. */
  problem: corpusError.nullable(),
  recent: z.array(
    z.strictObject({ recent: token, name: z.string(), folder: z.string(), openedAt: instant, present: z.boolean() }),
  ),
  preferences,
});
export type Session = z.infer<typeof session>;

const opened = z.strictObject({ id, name: z.string() });

export const sessionOperations = {
  'session.get': operation('read', 'Who works, on which corpus, with which preferences.', nothing, session),
  'preference.set': operation(
    'write',
    'Stores preferences of this machine; what is not given stays.',
    preferences,
    preferences,
  ),
  'coder.identify': operation(
    'write',
    'Says who works on this machine from now on.',
    z.strictObject({ id, name }),
    z.strictObject({ id, name: z.string() }),
  ),
  'coder.list': operation(
    'read',
    'The coders of the corpus.',
    nothing,
    z.array(z.strictObject({ id, name: z.string() })),
  ),
  'corpus.create': operation(
    'write',
    "Makes a new corpus where the grant says, or in the program's folder, and opens it.",
    z.strictObject({ name, grant: token.optional() }),
    opened,
  ),
  'corpus.open': operation(
    'write',
    'Opens a corpus, by a grant or from the recent ones; the one open before is closed.',
    z.union([z.strictObject({ grant: token }), z.strictObject({ recent: token })], 'give a grant or a recent corpus'),
    opened,
  ),
  'corpus.close': operation('write', 'Closes the corpus.', nothing, nothing),
  'corpus.forget': operation(
    'write',
    'Takes a corpus off the list of recent ones; the file stays.',
    z.strictObject({ recent: token }),
    nothing,
  ),
  'corpus.check': operation(
    'read',
    'Checks the file, its references, and that every anchor quotes what stands at its span.',
    nothing,
    z.strictObject({
      ok: z.boolean(),
      problems: z.array(z.string()),
      counts: z.record(z.string(), z.int()),
      schema: z.int(),
    }),
  ),
  'backup.list': operation(
    'read',
    'The backups of the open corpus, newest first.',
    nothing,
    z.array(
      z.strictObject({
        backup: token,
        at: instant,
        bytes: z.int(),
        occasion: z.enum(['daily', 'hand', 'migration', 'restore']),
      }),
    ),
  ),
  'backup.create': operation(
    'job',
    'Makes a backup now, into the rotation or where the grant says, and verifies it by opening it.',
    z.strictObject({ grant: token.optional() }),
    z.strictObject({ backup: token.nullable(), bytes: z.int() }),
  ),
  'backup.restore': operation(
    'write',
    'Puts the corpus back to a backup; the present state is backed up first. Needs the corpus alone.',
    z.strictObject({ backup: token }),
    opened,
  ),
  'dialog.open': operation(
    'write',
    'Shows a dialog of the system and answers with single-use grants for what was chosen; none when it was closed.',
    z.strictObject({
      purpose: z.enum(['open-corpus', 'new-corpus', 'import-files', 'import-folder', 'exchange-file', 'save-backup']),
    }),
    z.array(z.strictObject({ grant: token, name: z.string() })),
  ),
  'file.save': operation(
    'write',
    'Hands over a finished file: by the save dialog of the system, or as an address to download it from, once.',
    z.strictObject({ file: token }),
    z.strictObject({ saved: z.boolean(), name: z.string(), url: z.string().nullable() }),
  ),
};
