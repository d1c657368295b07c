import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { Zip, ZipDeflate } from 'fflate';
import { fileRefusal } from '../file-refusal.ts';

/** Text that is encoded and packed at a time, in UTF-16 units. */
const PIECE = 1 << 16;
/** The same file for the same contents: no clock goes into it. */
const ALL_FILES_AT = '2000-01-01T00:00:00';

/** Writes an archive file by file, so that nothing large stands in memory; whatever fails leaves no file. */
export class ZipFile {
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #zip: Zip;
  #made: Uint8Array[] = [];
  #failure: Error | null = null;
  /** SHA-256 of each file written, in hex. */
  readonly checksums = new Map<string, string>();
  #bytes = 0;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#failure = error;
      else this.#made.push(chunk);
    });
  }

  static async create(path: string): Promise<ZipFile> {
    try {
      return new ZipFile(path, await open(path, 'w'));
    } catch (error) {
      throw fileRefusal(error, path);
    }
  }

  async add(name: string, content: Iterable<string> | Uint8Array): Promise<void> {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = ALL_FILES_AT;
    this.#zip.add(file);
    const hash = createHash('sha256');
    const push = async (bytes: Uint8Array, last: boolean) => {
      hash.update(bytes);
      file.push(bytes, last);
      await this.#flush();
    };
    if (content instanceof Uint8Array) await push(content, true);
    else {
      let waiting = '';
      for (const text of content) {
        waiting += text;
        if (waiting.length < PIECE) continue;
        // A piece that ended within a pair would lose both halves.
        const cut = /[\uD800-\uDBFF]$/.test(waiting) ? waiting.length - 1 : waiting.length;
        const piece = waiting.slice(0, cut);
        waiting = waiting.slice(cut);
        await push(Buffer.from(piece, 'utf8'), false);
      }
      await push(Buffer.from(waiting, 'utf8'), true);
    }
    this.checksums.set(name, hash.digest('hex'));
  }

  /** Ends the archive; answers with its size in bytes. */
  async end(): Promise<number> {
    this.#zip.end();
    await this.#flush();
    await this.#handle.sync();
    await this.#handle.close();
    return this.#bytes;
  }

  /** Gives it up: the file goes. */
  async abandon(): Promise<void> {
    this.#zip.terminate();
    await this.#handle.close().catch(() => {});
    await rm(this.#path, { force: true });
  }

  async #flush(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    const chunks = this.#made;
    this.#made = [];
    for (const chunk of chunks) {
      try {
        await this.#handle.write(chunk);
      } catch (error) {
        throw fileRefusal(error, this.#path);
      }
      this.#bytes += chunk.byteLength;
    }
  }
}
