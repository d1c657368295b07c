/**
 * The files of a drop. In Electron a folder stays one entry, since the host reads it; a page in a browser is given the
 * files in it, at any depth.
 */
export async function filesOfDrop(data: DataTransfer): Promise<File[]> {
  const hostReadsFolders = window.jianzhu !== undefined;
  const entries = [...data.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  if (hostReadsFolders || entries.every((entry) => entry === null || entry.isFile)) return [...data.files];
  const found: File[] = [];
  for (const entry of entries) if (entry !== null) await collect(entry, found);
  return found;
}

async function collect(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (entry.isFile) {
    found.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const read = () => new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
  // readEntries hands out a folder in portions, an empty one at the end.
  for (let portion = await read(); portion.length > 0; portion = await read()) {
    for (const child of portion) if (!child.name.startsWith('.')) await collect(child, found);
  }
}
