import { makeZip } from 'client-zip';
import { bytesOf } from './spare.js';

/** A file, or an empty folder whose key ends in "/"; size -1 where it is not known before. */
export interface Entry {
  readonly key: string;
  readonly sizeBytes: number;
  readonly modifiedMillis: number;
}

/** Where names and signatures come from. */
export interface Source {
  list(from: string | null): Promise<{ entries: Entry[]; next: string | null }>;
  sign(keys: string[]): Promise<string[]>;
}

export interface Progress {
  files: number;
  /** Of these files. */
  failed: number;
  bytes: number;
}

/** Pieces up to this many bytes may be names, which an archive repeats at its end; larger ones are their reader's own. */
export const NAME_BYTES = 4096;
/** More would be a program's work. */
export const MOST_FILES = 10_000;
const AT_ONCE = 4;
/** Of an answer that nobody reads yet Chromium keeps some 55 MiB: so but small files are opened before their turn. */
const AHEAD_BYTES = 8 * 2 ** 20;
const TRIES = 4;

export class TooMany extends Error {}

/**
 * All that goes into an archive: it is counted before anything is fetched or written.
 *
 * @throws TooMany above {@link MOST_FILES} files
 */
export async function entries(source: Source, signal: AbortSignal): Promise<Entry[]> {
  const found: Entry[] = [];
  for (let from: string | null = null; ; ) {
    const part = await source.list(from);
    signal.throwIfAborted();
    found.push(...part.entries);
    if (found.length > MOST_FILES) throw new TooMany();
    if (part.next === null) return found;
    from = part.next;
  }
}

/** The bytes of an archive, made as they are read. What can't be fetched is named in _errors.txt instead. */
export function archive(source: Source, what: Entry[], below: string, progress: Progress, signal: AbortSignal) {
  return makeZip(parts(source, what, below, progress, signal));
}

async function* parts(source: Source, what: Entry[], below: string, progress: Progress, signal: AbortSignal) {
  const taken = new Set<string>();
  const errors: string[] = [];
  for await (const { entry, response } of ahead(what, (entry) => open(source, entry, signal))) {
    signal.throwIfAborted();
    const name = unique(safe(entry.key.slice(below.length)), taken);
    const lastModified = modified(entry, response);
    if (entry.key.endsWith('/')) yield { name: `${name}/`, lastModified };
    else if (typeof response === 'string') errors.push(`${name}: ${response}`);
    else yield { name, lastModified, input: counted(response!, source, entry, progress, signal) };
    progress.files++;
    progress.failed = errors.length;
  }
  if (errors.length > 0) yield { name: unique('_errors.txt', taken), input: new Blob([`${errors.join('\n')}\n`]) };
}

/** Of files that were chosen by name the store says it with their bytes. */
function modified({ modifiedMillis }: Entry, response: Response | string | undefined): Date {
  if (modifiedMillis > 0) return new Date(modifiedMillis);
  const said = typeof response === 'object' ? response.headers.get('last-modified') : null;
  return said ? new Date(said) : new Date();
}

/** Opens some before their turn comes: many small files would wait for each other. */
async function* ahead<T>(items: Entry[], start: (entry: Entry) => Promise<T>) {
  const line: { entry: Entry; response: Promise<T> }[] = [];
  let bytes = 0;
  for (const entry of items) {
    while (line.length > 0 && (line.length >= AT_ONCE || bytes + weight(entry) > AHEAD_BYTES)) {
      bytes -= weight(line[0]!.entry);
      yield await settled(line.shift()!);
    }
    const response = start(entry);
    response.catch(() => {}); // told when its turn comes
    bytes += weight(entry);
    line.push({ entry, response });
  }
  while (line.length > 0) yield await settled(line.shift()!);
}

const weight = ({ sizeBytes }: Entry): number => (sizeBytes < 0 ? AHEAD_BYTES : sizeBytes);

const settled = async <T>({ entry, response }: { entry: Entry; response: Promise<T> }) => ({ entry, response: await response });

/** The answer with the file's bytes, or why there is none. */
async function open(source: Source, entry: Entry, signal: AbortSignal): Promise<Response | string | undefined> {
  if (entry.key.endsWith('/')) return undefined;
  return fetchFrom(source, entry, 0, signal);
}

async function fetchFrom(source: Source, entry: Entry, offset: number, signal: AbortSignal): Promise<Response | string> {
  for (let attempt = 0; ; attempt++) {
    signal.throwIfAborted();
    const answer = await request(source, entry, offset, signal).catch(() => undefined);
    if (answer?.ok) return answer;
    if (answer && answer.status < 500 && answer.status !== 429 && answer.status !== 408) return `the store refused it (${answer.status})`;
    if (attempt === TRIES) return 'the connection broke again and again';
    await new Promise((done) => setTimeout(done, 1000 * 2 ** attempt));
  }
}

/** Past the browser's cache, which would keep all of it once more. */
async function request(source: Source, entry: Entry, offset: number, signal: AbortSignal): Promise<Response> {
  const [url] = await source.sign([entry.key]);
  return fetch(url!, { signal, cache: 'no-store', headers: offset > 0 ? { range: `bytes=${offset}-` } : {} });
}

/** The bytes of a file; where the connection breaks in the middle it goes on from there. */
function counted(first: Response, source: Source, entry: Entry, progress: Progress, signal: AbortSignal) {
  const etag = first.headers.get('etag');
  let reader = bytesOf(first.body!);
  let offset = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        const piece = await reader.read().catch(() => undefined);
        if (piece?.done) return controller.close();
        if (piece) {
          offset += piece.value.byteLength;
          progress.bytes += piece.value.byteLength;
          return controller.enqueue(piece.value);
        }
        const rest = await fetchFrom(source, entry, offset, signal);
        if (typeof rest === 'string' || rest.status !== (offset > 0 ? 206 : 200) || rest.headers.get('etag') !== etag)
          throw new Error(`${entry.key} broke off in the middle.`);
        reader = bytesOf(rest.body!);
      }
    },
    cancel: () => reader.cancel(),
  });
}

/** No archive may lead out of the folder it is unpacked in. */
function safe(path: string): string {
  return path
    .replace(/\/$/, '')
    .split('/')
    .map((part) => (part === '' || part === '.' || part === '..' ? '_' : part.replace(/[\u0000-\u001f\u007f\\]/g, '_')))
    .join('/');
}

function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`;
  taken.add(free);
  return free;
}
