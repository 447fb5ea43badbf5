import { carrier, Unreadable } from './carrier.js';
import type { Item } from './item.js';
import { remember } from './memory.js';
import type { Pace } from './pace.js';
import { sendInParts } from './parts.js';
import { PlanEnded, type Refused } from './plan.js';
import { backoff, DELAYS, online } from './retry.js';
import { type Outcome, put } from './send.js';
import { unreadable } from './upload.js';

/** How a file's turn ended. */
export type Ending = Exclude<Outcome, { kind: 'again' } | { kind: 'expired' } | { kind: 'gone' }>;

/**
 * Brings one file to the store, with as many tries as it takes. Each try asks Bramble for leave anew: so a reason
 * that the store could not tell (a connection cut in mid-body) is still told to the person.
 *
 * @throws the signal's reason when aborted
 */
export async function transfer(item: Item, signal: AbortSignal, pace: Pace): Promise<Ending> {
  for (let attempt = 0; ; attempt++) {
    await online(signal);
    const outcome = await once(item, signal, pace).catch((error: unknown) => explained(error, signal));
    if (outcome.kind !== 'again' && outcome.kind !== 'expired' && outcome.kind !== 'gone') return outcome;
    if (outcome.kind === 'again') item.interrupted();
    else item.again();
    if (attempt === DELAYS.length)
      return { kind: 'failed', reason: outcome.kind === 'again' ? outcome.reason : 'Its signature expired.' };
    if (outcome.kind === 'again' && outcome.slowDown) pace.slowDown();
    await backoff(attempt, signal);
  }
}

function explained(error: unknown, signal: AbortSignal): Ending {
  if (signal.aborted) throw error;
  if (error instanceof PlanEnded) return { kind: 'stop', reason: error.message };
  if (error instanceof Unreadable || error instanceof DOMException)
    return { kind: 'failed', reason: unreadable(error) };
  throw error;
}

async function once(item: Item, signal: AbortSignal, pace: Pace): Promise<Outcome> {
  for (;;) {
    const answer = item.isLarge ? await sendInParts(item, signal, pace) : await sendWhole(item, signal, pace);
    const outcome: Outcome =
      'refusal' in answer ? { kind: answer.endsUpload ? 'stop' : 'failed', reason: answer.refusal } : answer;
    if (outcome.kind !== 'exists') return outcome;
    if (item.isFolder || (item.perhapsStored && (await isStored(item, signal)))) return { kind: 'done' };
    if (item.upload.policy !== 'keep-both') return outcome;
    item.keepBoth();
    await remember([item]); // or who resumes it would take the copy that it made for another file's
  }
}

async function sendWhole(item: Item, signal: AbortSignal, pace: Pace): Promise<Outcome | Refused> {
  const leave = await item.upload.leaveFor(item);
  signal.throwIfAborted();
  if ('refusal' in leave) return leave;
  const replace = item.upload.policy === 'replace' && !item.isFolder;
  const { content } = item.cargo!;
  const outcome = await pace.take('file', signal, () =>
    put(leave, content, !replace, signal, (bytes) => (item.sentBytes = bytes)),
  );
  item.again();
  return outcome;
}

/** The key is taken: by this very file, of which the answer got lost, or by another? */
async function isStored(item: Item, signal: AbortSignal): Promise<boolean> {
  const { key, size, upload } = item;
  const md5 = item.isLarge ? undefined : await carrier().md5(await item.open());
  const { stored } = await upload.plan.ask<{ stored: boolean }>('stored', { key, size, md5 }, signal);
  return stored;
}
