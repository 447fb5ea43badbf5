import type { Signed } from './plan.js';

/** What one request came to. `stop` holds for every file: there is no room. */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'exists' }
  | { kind: 'expired' }
  | { kind: 'again'; reason: string; slowDown: boolean }
  | { kind: 'failed'; reason: string }
  | { kind: 'stop'; reason: string };

const STALL_MS = 60_000;
const NO_ROOM = /quota|StorageFull|InsufficientStorage/i;

/**
 * Sends a whole object in one request. XMLHttpRequest, because fetch tells no progress of what it sends.
 *
 * @throws the signal's reason when aborted
 */
export function put(
  signed: Signed,
  content: Blob,
  unlessExists: boolean,
  signal: AbortSignal,
  progress: (sentBytes: number) => void,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open('PUT', signed.url);
    for (const [name, value] of Object.entries(signed.headers)) request.setRequestHeader(name, value);
    if (unlessExists) request.setRequestHeader('If-None-Match', '*');
    const stall = new Stall(() => request.abort());
    const abort = () => request.abort();
    request.upload.onprogress = (event) => {
      stall.moved();
      progress(event.loaded);
    };
    request.onload = () => resolve(outcome(request));
    request.onerror = () => resolve({ kind: 'again', reason: 'The connection broke.', slowDown: false });
    request.onabort = () =>
      signal.aborted
        ? reject(signal.reason as Error)
        : resolve({ kind: 'again', reason: 'Nothing moved for a minute.', slowDown: false });
    request.onloadend = () => {
      stall.end();
      signal.removeEventListener('abort', abort);
    };
    signal.addEventListener('abort', abort, { once: true });
    request.send(content);
  });
}

function outcome(request: XMLHttpRequest): Outcome {
  const { status, responseText } = request;
  const code = /<Code>([^<]*)<\/Code>/.exec(responseText)?.[1] ?? '';
  if (status >= 200 && status < 300) return { kind: 'done' };
  if (status === 412) return { kind: 'exists' };
  if (NO_ROOM.test(code)) return { kind: 'stop', reason: 'There is no room left in this bucket.' };
  if (status === 403 && /expired/i.test(responseText)) return { kind: 'expired' };
  if (status === 429 || status === 503) return { kind: 'again', reason: 'The store is busy.', slowDown: true };
  if (status >= 500 || status === 408 || status === 409)
    return { kind: 'again', reason: `The store failed (${code || status}).`, slowDown: false };
  return { kind: 'failed', reason: `The store refused it (${code || status}).` };
}

class Stall {
  private timer = 0;

  constructor(private readonly stalled: () => void) {
    this.moved();
  }

  moved(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.stalled, STALL_MS);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
