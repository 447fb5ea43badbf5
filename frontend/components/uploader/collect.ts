import { count } from './words.js';

/* Parts of the File System Access API that TypeScript does not know, since not all browsers have them. */
declare global {
  interface FileSystemHandle {
    requestPermission(how: { mode: 'read' }): Promise<PermissionState>;
  }

  interface DataTransferItem {
    getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
  }

  interface Window {
    readonly showOpenFilePicker?: (how: { multiple: true }) => Promise<FileSystemFileHandle[]>;
    readonly showDirectoryPicker?: () => Promise<FileSystemDirectoryHandle>;
  }
}

/** A file that a person gave, under the key it is to have. */
export interface Picked {
  key: string;
  /** Below the folder that it is put into, as it was given. */
  readonly path: string;
  readonly content: Blob;
  /** Milliseconds of the epoch; 0 for the marker of an empty folder. */
  readonly modified: number;
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

type Found = FileSystemEntry | File | FileSystemHandle;
export type Source = readonly Found[];

/** To be called within the event: afterwards the browser has forgotten what was dropped or pasted. */
export function given(transfer: DataTransfer): Source {
  return Array.from(transfer.items)
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
    .filter((found) => found !== null);
}

/** Where the browser gives them, what was dropped can be opened again later. To be called within the event, too. */
export async function handles(transfer: DataTransfer): Promise<FileSystemHandle[]> {
  const found = Array.from(transfer.items)
    .filter((item) => item.kind === 'file')
    .map((item) => item.getAsFileSystemHandle?.() ?? Promise.resolve(null));
  const all: (FileSystemHandle | null)[] = await Promise.all(found).catch(() => []);
  return all.filter((handle): handle is FileSystemHandle => handle !== null);
}

/** The first names below the folder: if none of them is taken, no file's is. */
export const topNames = (source: Source): string[] =>
  Array.from(
    new Set(source.map((each) => (isFolder(each) ? `${nfc(each.name)}/` : top(path(each))))),
  );

const MAX_KEY_BYTES = 1024;
/** After so long without a rest a page feels stuck. */
const SLICE_MS = 30;
/** What desktops leave behind in folders; who gives such a file by itself wants it. */
const LITTER = /\/(\.DS_Store|Thumbs\.db)$/;
const utf8 = new TextEncoder();
const nfc = (name: string): string => name.normalize('NFC');
const top = (name: string): string => nfc(name.slice(0, name.indexOf('/') + 1) || name);
const isFolder = (found: Found): boolean =>
  ('isDirectory' in found && found.isDirectory) || ('kind' in found && found.kind === 'directory');
const path = (found: Found): string =>
  'webkitRelativePath' in found ? found.webkitRelativePath || found.name : found.name;

/**
 * Finds every file below what was given. Empty folders become markers, also those in which there is nothing but what stays out.
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
  let rested = performance.now();
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (performance.now() - rested > SLICE_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      rested = performance.now();
    }
    signal.throwIfAborted();
    const { each, path } = next;
    if (each instanceof File) keys.add(path, each);
    else if (!isFolder(each)) await keys.addFrom(path, content(each));
    else {
      const children = await below(each).catch((e: unknown) => keys.refuse(path, reason(e)));
      if (children?.every(({ name }) => LITTER.test(`/${name}`))) keys.add(`${path}/`, new Blob([]));
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
  /** The first of each composed name. */
  private readonly looksLike = new Map<string, Picked>();

  constructor(private readonly prefix: string) {}

  async addFrom(path: string, content: Promise<File>): Promise<void> {
    await content.then((file) => this.add(path, file)).catch((e: unknown) => this.refuse(path, reason(e)));
  }

  add(path: string, content: Blob): void {
    if (LITTER.test(path)) return;
    const composed = this.prefix + nfc(path);
    const twin = this.looksLike.get(composed);
    const key = twin ? this.prefix + path : composed;
    if (twin && twin.path !== path) this.spellOut(twin);
    const problem = this.taken.has(key) || twin?.path === path ? 'Two files have this name.' : unfit(key);
    if (problem) return this.refuse(path, problem);
    const picked = { key, path, content, modified: content instanceof File ? content.lastModified : 0 };
    this.taken.add(key);
    if (!twin) this.looksLike.set(composed, picked);
    this.picked.push(picked);
  }

  /** Of two names that look alike each keeps its own spelling, whichever came first. */
  private spellOut(picked: Picked): void {
    const own = this.prefix + picked.path;
    if (own === picked.key || unfit(own)) return;
    this.taken.delete(picked.key);
    this.taken.add(own);
    picked.key = own;
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

const content = (found: FileSystemEntry | FileSystemHandle): Promise<File> =>
  'kind' in found
    ? (found as FileSystemFileHandle).getFile()
    : new Promise((resolve, reject) => (found as FileSystemFileEntry).file(resolve, reject));

const below = (folder: FileSystemEntry | FileSystemHandle): Promise<Found[]> =>
  'kind' in folder
    ? all((folder as FileSystemDirectoryHandle).values())
    : entries(folder as FileSystemDirectoryEntry);

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

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
