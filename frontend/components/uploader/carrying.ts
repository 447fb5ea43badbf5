/* Beside the page's thread: reads, hashes and sends, so that neither typing nor scrolling waits for it. */
import { createCRC32, type IHasher, md5 } from 'hash-wasm';

/** What the page tells the worker. */
export type Order =
  | { kind: 'read' | 'md5'; id: number; content: Blob }
  | { kind: 'send'; id: number; content: Blob; url: string; headers: Record<string, string> }
  | { kind: 'abort'; id: number };

/** What the worker tells the page; that it is lost, the page tells itself. */
export type Answer =
  | { kind: 'read'; id: number; crc32: string }
  | { kind: 'md5'; id: number; md5: string }
  | { kind: 'unreadable'; id: number }
  | { kind: 'progress'; id: number; bytes: number }
  | { kind: 'sent'; id: number; status: number; text: string }
  | { kind: 'broken'; id: number; reason: string }
  | { kind: 'lost'; id: number };

/** Of the page's half, too: so this file is among those that the committed bundle is compared with. */
export const WORKER = 'bramble-carrier';

const BUFFER_BYTES = 256 * 2 ** 10;
const STUCK_MS = 1_000;
/** Parts are rarely larger, and each reading costs the browser milliseconds. */
const BITE_BYTES = 16 * 2 ** 20;
const STALL_MS = 60_000;
const TELL_MS = 100;

let shared: Promise<IHasher> | undefined;
const requests = new Map<number, XMLHttpRequest>();
const post = (answer: Answer): void => self.postMessage(answer);

/** What the worker does from its start on. */
export function serve(): void {
  self.onmessage = ({ data }: MessageEvent<Order>): void => {
    if (data.kind === 'send') send(data);
    else if (data.kind === 'abort') requests.get(data.id)?.abort();
    else void (data.kind === 'md5' ? identify : read)(data.id, data.content).catch(() => post({ kind: 'unreadable', id: data.id }));
  };
}

async function read(id: number, content: Blob): Promise<void> {
  const crc32 = await (content.size > BUFFER_BYTES ? hashLarge(content) : hashAtOnce(content));
  post({ kind: 'read', id, crc32 });
}

/** As stores name what came in one request: by its ETag. */
async function identify(id: number, content: Blob): Promise<void> {
  post({ kind: 'md5', id, md5: await md5(new Uint8Array(await content.arrayBuffer())) });
}

async function hashAtOnce(content: Blob): Promise<string> {
  const bytes = await content.arrayBuffer();
  return base64((await (shared ??= createCRC32())).init().update(new Uint8Array(bytes)));
}

/** What cannot be read so, a browser without such streams among it, is read in bites. */
const hashLarge = (content: Blob): Promise<string> => hashStream(content).catch(() => hashInBites(content));

/** Through one small buffer, which is less work than one as large as the part (docs/adr/0014). */
async function hashStream(content: Blob): Promise<string> {
  const own = (await createCRC32()).init(); // others hash meanwhile
  const reader = content.stream().getReader({ mode: 'byob' });
  try {
    let buffer = new ArrayBuffer(BUFFER_BYTES);
    for (let at = 0; at < content.size; ) {
      const { value, done } = await soon(reader.read(new Uint8Array(buffer)));
      if (done || !value) throw new Error('It has become shorter');
      own.update(value);
      at += value.length;
      buffer = value.buffer;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  return base64(own);
}

/** Chromium sometimes never answers such a reader, once in some hundred parts. */
function soon<T>(reading: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = self.setTimeout(() => reject(new Error('It does not answer')), STUCK_MS);
    reading.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function hashInBites(content: Blob): Promise<string> {
  const own = (await createCRC32()).init();
  for (let at = 0; at < content.size; at += BITE_BYTES)
    own.update(new Uint8Array(await content.slice(at, at + BITE_BYTES).arrayBuffer()));
  return base64(own);
}

const base64 = (hash: IHasher): string => btoa(String.fromCharCode(...hash.digest('binary')));

/**
 * XMLHttpRequest, because fetch tells no progress of what it sends. The blob as it is: the browser's network process
 * reads it from the file by itself, while a buffer would be copied to it, and this thread would wait.
 */
function send({ id, url, headers, content }: Order & { kind: 'send' }): void {
  const request = new XMLHttpRequest();
  requests.set(id, request);
  request.open('PUT', url);
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  const stall = new Stall(() => request.abort());
  let told = 0;
  request.upload.onprogress = ({ loaded }) => {
    stall.moved();
    const now = performance.now();
    if (now - told < TELL_MS) return;
    told = now;
    post({ kind: 'progress', id, bytes: loaded });
  };
  request.onload = () => post({ kind: 'sent', id, status: request.status, text: request.responseText });
  request.onerror = () => post({ kind: 'broken', id, reason: 'The connection broke.' });
  request.onabort = () => post({ kind: 'broken', id, reason: 'Nothing moved for a minute.' });
  request.onloadend = () => {
    stall.end();
    requests.delete(id);
  };
  request.send(content);
}

class Stall {
  private timer = 0;

  constructor(private readonly stalled: () => void) {
    this.moved();
  }

  moved(): void {
    clearTimeout(this.timer);
    this.timer = self.setTimeout(this.stalled, STALL_MS);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
