import type { Item } from './item.js';
import { backoff, DELAYS, online } from './retry.js';
import { type Outcome, put } from './send.js';

/** How a file's turn ended; `busy` is called when the store asks for patience. */
export type Ending = Exclude<Outcome, { kind: 'again' } | { kind: 'expired' }>;

/**
 * Brings one file to the store, with as many tries as it takes. Each try asks Bramble for leave anew: so a reason
 * that the store could not tell (a connection cut in mid-body) is still told to the person.
 *
 * @throws the signal's reason when aborted
 */
export async function transfer(item: Item, signal: AbortSignal, busy: () => void): Promise<Ending> {
  for (let attempt = 0; ; attempt++) {
    await online(signal);
    const outcome = await once(item, signal);
    if (outcome.kind !== 'again' && outcome.kind !== 'expired') return outcome;
    if (outcome.kind === 'again') item.interrupted();
    else item.again();
    if (attempt === DELAYS.length)
      return { kind: 'failed', reason: outcome.kind === 'again' ? outcome.reason : 'Its signature expired.' };
    if (!(await readable(item.content)))
      return { kind: 'failed', reason: 'It changed or is gone from this computer. Add it again.' };
    if (outcome.kind === 'again' && outcome.slowDown) busy();
    await backoff(attempt, signal);
  }
}

async function once(item: Item, signal: AbortSignal): Promise<Outcome> {
  for (;;) {
    const leave = await item.upload.leaveFor(item);
    signal.throwIfAborted();
    if ('refusal' in leave) return { kind: leave.endsUpload ? 'stop' : 'failed', reason: leave.refusal };
    const replace = item.upload.policy === 'replace' && !item.isFolder;
    const outcome = await put(leave, item.content, !replace, signal, (bytes) => (item.sentBytes = bytes));
    if (outcome.kind !== 'exists') return outcome;
    if (item.perhapsStored || item.isFolder) return { kind: 'done' };
    if (item.upload.policy !== 'keep-both') return outcome;
    item.keepBoth();
  }
}

/** A browser keeps a reference, not a copy: the file may have been changed or moved away since. */
const readable = (content: Blob): Promise<boolean> =>
  content
    .slice(0, 1)
    .arrayBuffer()
    .then(() => true)
    .catch(() => false);
