const MEGABYTE = 1024 * 1024;

/** What a file may ask of the machine before it is refused; an article of a newspaper has some thousand characters. */
export const limits = {
  /** Largest files, in bytes. */
  textBytes: 20 * MEGABYTE,
  documentBytes: 100 * MEGABYTE,
  tableBytes: 50 * MEGABYTE,
  archiveBytes: 200 * MEGABYTE,
  /** Largest part of an archive or of an office file when unpacked, and all its parts together, in bytes. */
  entryBytes: 100 * MEGABYTE,
  unpackedBytes: 1024 * MEGABYTE,
  /** An office file is held in memory whole. */
  packageBytes: 200 * MEGABYTE,
  /** Unpacked by packed size, for parts that unpack to more than `ratioFrom` bytes. Prose packs to a third or so. */
  ratio: 200,
  ratioFrom: 4 * MEGABYTE,
  /** A stream of a PDF that unpacks to more, and to more than `ratio` says, in bytes. */
  streamBytes: 64 * MEGABYTE,
  entries: 20_000,
  /** Archives inside an archive. */
  archiveDepth: 1,
  /** Elements inside one another: a parser that recurses stands the first, one that does not the second. */
  xmlDepth: 500,
  htmlDepth: 5000,
  /** Pages of more elements, or nested deeper, are read as they stand, without looking for the article in them. */
  articleElements: 30_000,
  articleDepth: 500,
  /** Longest line of a text and paragraph of an article, in UTF-16 units. */
  lineLength: 1_000_000,
  markdownLength: 1_000_000,
  markdownDepth: 100,
  rows: 100_000,
  cells: 5_000_000,
  pages: 3000,
} as const;
