/** Makes a PDF of a page that needs no other file: outlined and tagged. Takes the path of the HTML. */
export type Printer = (file: string) => Promise<Uint8Array>;
