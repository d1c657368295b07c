import type { Host } from '../host/host.ts';

export interface Options {
  corpus?: string | undefined;
  coder?: string | undefined;
  name?: string | undefined;
  out?: string | undefined;
  format?: string | undefined;
  articles?: string | undefined;
  categories?: string | undefined;
  annotations?: string | undefined;
  template?: string | undefined;
  finding?: string | undefined;
  findings?: string | undefined;
  sections?: string | undefined;
  script?: string | undefined;
  quotations?: string | undefined;
  title?: string | undefined;
  bom?: boolean | undefined;
  language?: string | undefined;
  readme?: string | undefined;
  encoding?: string | undefined;
  repair?: string | undefined;
  column?: string[] | undefined;
  original?: boolean | undefined;
  'code-points'?: boolean | undefined;
  list?: boolean | undefined;
  article?: string[] | undefined;
  'no-texts'?: boolean | undefined;
  'no-references'?: boolean | undefined;
  'dry-run'?: boolean | undefined;
  'own-names'?: boolean | undefined;
  force?: boolean | undefined;
  json?: boolean | undefined;
  help?: boolean | undefined;
}

export interface Shown {
  /** As the operation answers it. */
  value: unknown;
  /** What a person reads, without --json. */
  text: string;
  /** Whether the text is an article's, to which not even a line feed is added. */
  asIs?: boolean;
  status?: number;
  /** The last member of the value, printed item by item as they come. */
  list?: { name: string; items: AsyncIterable<unknown> };
}

export interface Command {
  words: string;
  usage: string;
  /** What is done with the corpus of --corpus before the command runs. */
  corpus: 'open' | 'even damaged' | 'new' | 'if given';
  /** Understands the command line, without a corpus, and answers with what is to be done. */
  plan(rest: string[], options: Options): (host: Host) => Promise<Shown>;
}
