/** The keys of the query cache, by what they hold. */
export const keys = {
  session: ['session'],
  codebooks: ['codebooks'],
  articles: ['articles'],
  article: (articleId: string) => ['article', articleId],
  annotations: (articleId: string) => ['annotations', articleId],
  corpusCounts: ['counts'],
  historyState: ['history', 'state'],
  evidence: (articleId: string) => ['evidence', articleId],
  repairs: (articleId: string) => ['repairs', articleId],
  duplicates: ['duplicates'],
  families: ['families'],
  imports: ['imports'],
  flow: ['flow'],
  backups: ['backups'],
  /** Of mutations whose outcome is drawn before the host has answered. */
  drawnBeforeAnswer: ['drawn before answer'],
} as const;

/** Which kinds of cached answers a change to a table makes stale; a table that is not here makes all of them stale. */
export const staleBy: Readonly<Record<string, readonly string[]>> = {
  articles: ['articles', 'article', 'counts', 'repairs', 'evidence', 'duplicates', 'families', 'flow'],
  originals: [],
  revisions: ['article', 'annotations', 'repairs', 'evidence'],
  repairs: ['repairs', 'flow'],
  flags: ['repairs'],
  duplicates: ['duplicates', 'flow'],
  families: ['families', 'flow'],
  settings: ['families', 'flow'],
  imports: ['imports', 'flow'],
  imported_files: ['imports', 'flow'],
  changes: ['article'],
  paragraph_roles: ['article'],
  annotations: ['annotations', 'articles', 'counts'],
  anchors: ['annotations'],
  links: ['annotations', 'counts'],
  coding_statuses: ['articles'],
  codebooks: ['codebooks'],
  codebook_revisions: ['codebooks'],
  categories: ['codebooks'],
  coders: ['annotations'],
  history_entries: ['history'],
  history_changes: [],
};

/** The kinds whose key names an article, so that a change in another article leaves them alone. */
export const keyedByArticle: ReadonlySet<string> = new Set(['article', 'annotations', 'repairs', 'evidence']);
