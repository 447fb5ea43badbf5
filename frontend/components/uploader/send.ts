import { carrier } from './carrier.js';
import type { Signed } from './plan.js';

/** What one request came to. `stop` holds for every file: there is no room. */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'exists' }
  | { kind: 'expired' }
  | { kind: 'gone' }
  | { kind: 'again'; reason: string; slowDown: boolean }
  | { kind: 'failed'; reason: string }
  | { kind: 'stop'; reason: string };

const NO_ROOM = /quota|StorageFull|InsufficientStorage/i;
const DISK_FULL = /no space left on device/i;

/**
 * Sends a whole object, or a part of one, in one request.
 *
 * @throws the signal's reason when aborted
 */
export async function put(
  signed: Signed,
  content: Blob,
  unlessExists: boolean,
  signal: AbortSignal,
  progress: (sentBytes: number) => void,
): Promise<Outcome> {
  const headers = unlessExists ? { ...signed.headers, 'If-None-Match': '*' } : signed.headers;
  const answer = await carrier().send(content, signed.url, headers, signal, progress);
  if (answer.kind === 'broken') return { kind: 'again', reason: answer.reason, slowDown: false };
  return outcome(answer.status, answer.text);
}

function outcome(status: number, text: string): Outcome {
  const code = /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ?? '';
  if (status >= 200 && status < 300) return { kind: 'done' };
  if (status === 412) return { kind: 'exists' };
  if (NO_ROOM.test(code)) return { kind: 'stop', reason: 'There is no room left in this bucket.' };
  if (DISK_FULL.test(text)) return { kind: 'stop', reason: 'The storage is full. Its operator has to make room.' };
  if (status === 403 && /expired/i.test(text)) return { kind: 'expired' };
  if (status === 404 && code === 'NoSuchUpload') return { kind: 'gone' };
  if (status === 429 || status === 503) return { kind: 'again', reason: 'The store is busy.', slowDown: true };
  if (/ChecksumMismatch|BadDigest/.test(code))
    return { kind: 'again', reason: 'What arrived is not what was sent.', slowDown: false };
  if (status >= 500 || status === 408 || status === 409)
    return { kind: 'again', reason: `The store failed (${code || status}).`, slowDown: false };
  return { kind: 'failed', reason: `The store refused it (${code || status}).` };
}
