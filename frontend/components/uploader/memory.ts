/* What an upload is remembered by after a reload, a crash, a closed laptop. Tickets are not kept: the console gives new ones. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Identity, Item, Large } from './item.js';
import type { Policy, Target } from './upload.js';

export interface UploadRecord {
  readonly id: string;
  readonly person: string;
  readonly target: Target;
  readonly policy: Policy;
  /** Where the browser gives them: what was dropped or picked, to be opened again with one click. */
  readonly roots: readonly FileSystemHandle[];
}

export interface FileRecord extends Identity {
  readonly upload: string;
  readonly number: number;
  readonly key: string;
  readonly type: string;
  readonly copies: number;
  readonly large: Large | undefined;
}

interface Schema extends DBSchema {
  uploads: { key: string; value: UploadRecord };
  files: { key: [string, number]; value: FileRecord };
  checksums: { key: [string, number, number]; value: string };
}

const SLICE = 1000;
const FORGET_MS = 300;

let opened: Promise<IDBPDatabase<Schema>> | undefined;

const database = (): Promise<IDBPDatabase<Schema>> =>
  (opened ??= openDB<Schema>('bramble-uploads', 1, {
    upgrade(made) {
      made.createObjectStore('uploads', { keyPath: 'id' });
      made.createObjectStore('files', { keyPath: ['upload', 'number'] });
      made.createObjectStore('checksums');
    },
  }));

/** A browser that keeps nothing (private windows, full disks) uploads all the same; only resuming is lost. */
async function tried<T>(work: (open: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
  try {
    return await work(await database());
  } catch {
    return undefined;
  }
}

/** Writes in slices, so that a hundred thousand files do not hold up the page. */
export async function remember(items: readonly Item[], upload?: UploadRecord): Promise<void> {
  await tried(async (open) => {
    if (upload) await open.put('uploads', upload);
    for (let at = 0; at < items.length; at += SLICE) {
      const writing = open.transaction('files', 'readwrite', { durability: 'relaxed' });
      for (const item of items.slice(at, at + SLICE)) if (!item.ended) void writing.store.put(item.record);
      await writing.done;
    }
  });
}

export function rememberChecksum({ upload, number }: Item, part: number, crc32: string): void {
  void tried((open) => open.put('checksums', crc32, [upload.plan.uploadId, number, part]));
}

const forgotten: Item[] = [];
let forgetting = 0;

/** What has ended need not be resumed; gathered, since small files end by the hundred. */
export function forget(item: Item): void {
  forgotten.push(item);
  forgetting ||= window.setTimeout(() => void forgetGathered(), FORGET_MS);
}

async function forgetGathered(): Promise<void> {
  forgetting = 0;
  const items = forgotten.splice(0);
  await tried(async (open) => {
    const writing = open.transaction(['files', 'checksums'], 'readwrite', { durability: 'relaxed' });
    for (const { upload, number, size } of items) {
      const { uploadId } = upload.plan;
      void writing.objectStore('files').delete([uploadId, number]);
      if (size > 0) void writing.objectStore('checksums').delete(below(uploadId, number));
    }
    await writing.done;
  });
}

export async function forgetUpload(id: string): Promise<void> {
  await tried(async (open) => {
    const writing = open.transaction(['uploads', 'files', 'checksums'], 'readwrite');
    void writing.objectStore('uploads').delete(id);
    void writing.objectStore('files').delete(below(id));
    void writing.objectStore('checksums').delete(below(id));
    await writing.done;
  });
}

/** Uploads into a bucket that no open page is sending. */
export async function interrupted(person: string, bucketId: string): Promise<UploadRecord[]> {
  const all = (await tried((open) => open.getAll('uploads'))) ?? [];
  const { held = [] } = await navigator.locks.query();
  const alive = new Set(held.map(({ name }) => name));
  return all.filter(
    ({ id, person: whose, target }) => whose === person && target.bucketId === bucketId && !alive.has(alivePrefix + id),
  );
}

export const filesOf = async (id: string): Promise<FileRecord[]> =>
  (await tried((open) => open.getAll('files', below(id)))) ?? [];

export async function checksumsOf(id: string, number: number): Promise<Map<number, string>> {
  const found = await tried(async (open) => {
    const [keys, values] = await Promise.all([
      open.getAllKeys('checksums', below(id, number)),
      open.getAll('checksums', below(id, number)),
    ]);
    return keys.map(([, , part], i): [number, string] => [part, values[i]!]);
  });
  return new Map(found);
}

const alivePrefix = 'bramble-upload:';

/** Held until the page is gone, however it goes: so other pages know that it is not interrupted. */
export function keepAlive(id: string): () => void {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  void navigator.locks.request(alivePrefix + id, () => held);
  return release;
}

/** All keys that begin so: in IndexedDB's order an array comes after every string and number. */
const below = (...key: (string | number)[]): IDBKeyRange => IDBKeyRange.bound(key, [...key, []]);
