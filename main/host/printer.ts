/** Makes a PDF of a page that needs no other file: outlined and tagged. Takes the path of the HTML; rejects once it is to stop. */
export type Printer = (file: string, stop: AbortSignal) => Promise<Uint8Array>;
