/* Beside the page's thread: reads, hashes and sends, so that neither typing nor scrolling waits for it. */
import { createCRC32, type IHasher } from 'hash-wasm';

/** What the page tells the worker. */
export type Order =
  | { kind: 'read'; id: number; content: Blob }
  | { kind: 'send'; id: number; content: Blob; url: string; headers: Record<string, string> }
  | { kind: 'drop'; id: number };

/** What the worker tells the page. */
export type Answer =
  | { kind: 'read'; id: number; crc32: string }
  | { kind: 'unreadable'; id: number }
  | { kind: 'progress'; id: number; bytes: number }
  | { kind: 'sent'; id: number; status: number; text: string }
  | { kind: 'broken'; id: number; reason: string };

/** Of the page's half, too: so this file is among those that the committed bundle is compared with. */
export const WORKER = 'bramble-carrier';

const KEPT_BYTES = 16 * 2 ** 20;
const BITE_BYTES = 4 * 2 ** 20;
const STALL_MS = 60_000;
const TELL_MS = 100;

let hasher: Promise<IHasher> | undefined;
const kept = new Map<number, ArrayBuffer>();
const requests = new Map<number, XMLHttpRequest>();
const post = (answer: Answer): void => self.postMessage(answer);

/** What the worker does from its start on. */
export function serve(): void {
  self.onmessage = ({ data }: MessageEvent<Order>): void => {
    if (data.kind === 'read') void read(data.id, data.content).catch(() => post({ kind: 'unreadable', id: data.id }));
    else if (data.kind === 'send') send(data);
    else drop(data.id);
  };
}

function drop(id: number): void {
  kept.delete(id);
  requests.get(id)?.abort();
}

/** Small contents stay here until they are sent: they are read once. */
async function read(id: number, content: Blob): Promise<void> {
  if (content.size > KEPT_BYTES) return post({ kind: 'read', id, crc32: await hashInBites(content) });
  const bytes = await content.arrayBuffer();
  const crc32 = base64((await (hasher ??= createCRC32())).init().update(new Uint8Array(bytes)));
  kept.set(id, bytes);
  post({ kind: 'read', id, crc32 });
}

/** With a hasher of its own, for others hash meanwhile. */
async function hashInBites(content: Blob): Promise<string> {
  const own = (await createCRC32()).init();
  for (let at = 0; at < content.size; at += BITE_BYTES)
    own.update(new Uint8Array(await content.slice(at, at + BITE_BYTES).arrayBuffer()));
  return base64(own);
}

const base64 = (hash: IHasher): string => btoa(String.fromCharCode(...hash.digest('binary')));

/** XMLHttpRequest, because fetch tells no progress of what it sends. */
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
    kept.delete(id);
  };
  request.send(kept.get(id) ?? content);
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
