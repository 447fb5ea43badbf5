import { count } from './words.js';

/** A file that a person gave, under the key it is to have. */
export interface Picked {
  readonly key: string;
  readonly content: Blob;
}

/** A file that cannot be sent, and why. */
export interface Refusal {
  readonly name: string;
  readonly reason: string;
}

export interface Collected {
  readonly picked: Picked[];
  readonly refused: Refusal[];
}

export type Source = readonly (FileSystemEntry | File)[];

/** To be called within the event: afterwards the browser has forgotten what was dropped or pasted. */
export function given(transfer: DataTransfer): Source {
  return Array.from(transfer.items)
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
    .filter((found) => found !== null);
}

/** The first names below the folder: if none of them is taken, no file's is. */
export const topNames = (source: Source): string[] =>
  Array.from(
    new Set(source.map((each) => ('isDirectory' in each && each.isDirectory ? `${nfc(each.name)}/` : top(path(each))))),
  );

const MAX_KEY_BYTES = 1024;
const LITTER = new Set(['.DS_Store', 'Thumbs.db']);
const utf8 = new TextEncoder();
const nfc = (name: string): string => name.normalize('NFC');
const top = (name: string): string => nfc(name.slice(0, name.indexOf('/') + 1) || name);
const path = (found: FileSystemEntry | File): string =>
  'webkitRelativePath' in found ? found.webkitRelativePath || found.name : found.name;

/**
 * Finds every file below what was given. Empty folders become markers, what desktops leave behind stays out.
 *
 * @throws the signal's reason when the person stops it
 */
export async function collect(
  source: Source,
  prefix: string,
  signal: AbortSignal,
  found: (files: number) => void,
): Promise<Collected> {
  const keys = new Keys(prefix);
  const todo = source.map((each) => ({ each, path: path(each) })).reverse();
  for (let next = todo.pop(); next; next = todo.pop()) {
    signal.throwIfAborted();
    const { each, path } = next;
    if (each instanceof File) keys.add(path, each);
    else if (each.isFile) await keys.addFrom(path, content(each as FileSystemFileEntry));
    else {
      const children = await entries(each as FileSystemDirectoryEntry).catch((e: unknown) => keys.refuse(path, reason(e)));
      if (children?.length === 0) keys.add(`${path}/`, new Blob([]));
      for (const child of children?.reverse() ?? []) todo.push({ each: child, path: `${path}/${child.name}` });
    }
    found(keys.picked.length);
  }
  return keys;
}

class Keys implements Collected {
  readonly picked: Picked[] = [];
  readonly refused: Refusal[] = [];
  private readonly taken = new Set<string>();

  constructor(private readonly prefix: string) {}

  async addFrom(path: string, content: Promise<File>): Promise<void> {
    await content.then((file) => this.add(path, file)).catch((e: unknown) => this.refuse(path, reason(e)));
  }

  add(path: string, content: Blob): void {
    if (LITTER.has(path.slice(path.lastIndexOf('/') + 1))) return;
    const composed = this.prefix + nfc(path);
    const key = this.taken.has(composed) ? this.prefix + path : composed;
    const problem = this.taken.has(key) ? 'Two files have this name.' : unfit(key);
    if (problem) return this.refuse(path, problem);
    this.taken.add(key);
    this.picked.push({ key, content });
  }

  refuse(name: string, reason: string): undefined {
    this.refused.push({ name, reason });
  }
}

/** Why S3 cannot keep this key; empty if all is well. */
function unfit(key: string): string {
  const bytes = key.length * 3 > MAX_KEY_BYTES ? utf8.encode(key).length : 0;
  if (bytes > MAX_KEY_BYTES)
    return `Its path has ${count(bytes)} bytes, S3 allows ${count(MAX_KEY_BYTES)}. Shorten a name.`;
  return '';
}

const content = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** Browsers hand out at most 100 at a time; only an empty answer is the end. */
async function entries(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const reason = (error: unknown): string =>
  `The browser could not read it (${error instanceof Error ? error.name : 'unknown error'}).`;
