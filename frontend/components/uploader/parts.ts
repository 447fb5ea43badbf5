import { type Cargo, carrier } from './carrier.js';
import { combined } from './crc.js';
import type { Item, Large } from './item.js';
import { abort, LargeFiles } from './large-files.js';
import type { Pace } from './pace.js';
import { type Refused, Unknown } from './plan.js';
import { remember, rememberChecksum } from './memory.js';
import { backoff, DELAYS } from './retry.js';
import { type Outcome, put } from './send.js';
import { type Ready, Supply, type Wanted } from './supply.js';

/** As many as the page sends at a time: with fewer a lane that reads and hashes leaves the line idle. Others take turns. */
const LANES = 6;
const ROUNDS = 3;

/**
 * Brings a file to the store in parts, some at a time; what the store already has is not sent again.
 *
 * @throws the signal's reason when aborted
 */
export async function sendInParts(item: Item, signal: AbortSignal, pace: Pace): Promise<Outcome | Refused> {
  for (let round = 0; round < ROUNDS; round++) {
    const ending = await new Sending(item, signal, pace).run().catch((error: unknown) => {
      if (error instanceof Unknown) return { kind: 'gone' } as const;
      throw error;
    });
    if (ending !== 'missing' && !('kind' in ending && ending.kind === 'gone')) return ending;
    if (ending !== 'missing') item.forgetParts(); // as the store did: from the start, then
  }
  return { kind: 'again', reason: 'The store lost what had arrived.', slowDown: false };
}

/** Where a file's parts are said to have arrived, and are sent to. */
class Sending {
  private readonly signal: AbortSignal;
  private readonly stop = new AbortController();
  private readonly bramble: LargeFiles;
  private readonly progress = new Map<number, number>();
  private content!: Blob;
  private large!: Large;
  private pending: number[] = [];
  private supply!: Supply;

  constructor(
    private readonly item: Item,
    signal: AbortSignal,
    private readonly pace: Pace,
  ) {
    this.signal = AbortSignal.any([signal, this.stop.signal]);
    this.bramble = new LargeFiles(item.upload.plan, this.signal);
  }

  async run(): Promise<Outcome | Refused | 'missing'> {
    this.content = await this.item.open();
    if (!this.item.large) {
      const begun = await this.begin();
      if (begun) return begun;
    }
    this.large = this.item.large!;
    const unlike = await this.lookWhatArrived();
    if (unlike) return unlike;
    return (await this.sendPending()) ?? this.complete();
  }

  private async begin(): Promise<Outcome | Refused | undefined> {
    const { key, size, type, upload } = this.item;
    const wish = { key, size, type, unlessTaken: upload.policy !== 'replace' };
    const { stored, taken, problem, ...large } = await this.bramble.begin(wish);
    if (problem) return upload.plan.refused(problem);
    if (taken) return { kind: 'exists' };
    if (stored) return { kind: 'done' };
    this.item.large = large as Large;
    await remember([this.item]);
    return undefined;
  }

  private async lookWhatArrived(): Promise<Outcome | undefined> {
    const { known, parts } = await this.bramble.arrived(this.large);
    const arrived = known ? parts.filter(({ number, size }) => size === this.part(number).size) : [];
    for (const { number, crc32 } of arrived)
      if (crc32 && !this.item.checksums.has(number)) this.item.checksums.set(number, crc32);
    const there = new Set(arrived.map(({ number }) => number));
    this.pending = known ? numbers(this.large.parts).filter((number) => !there.has(number)) : [];
    this.item.arrivedBytes = arrived.reduce((sum, { size }) => sum + size, 0);
    this.tell();
    return this.item.resumed && there.size > 0 ? this.compare(Math.min(...there)) : undefined;
  }

  /** A file of the same name, size and time may still be another. */
  private async compare(number: number): Promise<Outcome | undefined> {
    const known = this.item.checksums.get(number);
    if (!known) return undefined;
    const { crc32 } = await carrier().read(this.part(number));
    if (crc32 !== known)
      return { kind: 'failed', reason: 'It is not the file that was begun. Discard that upload, then add this file.' };
    this.item.resumed = false;
    return undefined;
  }

  /** Undefined when all have arrived. */
  private async sendPending(): Promise<Outcome | undefined> {
    const { length } = this.pending;
    const sign = (parts: Wanted[]) => this.bramble.sign(this.large, parts);
    this.supply = new Supply(this.pending, (number) => this.part(number), sign, this.signal);
    const lanes = Array.from({ length: Math.min(LANES, length) }, () =>
      this.lane().catch((error: unknown) => {
        this.stop.abort(error);
        throw error;
      }),
    );
    const ends = await Promise.allSettled(lanes);
    const outcome = ends.find((end) => end.status === 'fulfilled' && end.value);
    if (outcome?.status === 'fulfilled') return outcome.value;
    const broken = ends.find((end) => end.status === 'rejected');
    if (broken) throw broken.reason;
    return undefined;
  }

  private async lane(): Promise<Outcome | undefined> {
    for (let ready = await this.supply.next(); ready; ready = await this.supply.next()) {
      const outcome = await this.deliver(ready);
      if (outcome.kind === 'done') continue;
      this.stop.abort();
      return outcome;
    }
    return undefined;
  }

  private async deliver(ready: Ready): Promise<Outcome> {
    const { number } = ready;
    for (let { cargo, leave } = ready, attempt = 0; ; attempt++) {
      if (leave.freshUntil < Date.now()) leave = await this.supply.sign(number, cargo);
      const outcome = await this.pace.take('part', this.signal, () =>
        put(leave, cargo.content, false, this.signal, (bytes) => this.tell(number, bytes)),
      );
      if (outcome.kind === 'done') return this.arrived(number, cargo);
      this.tell(number, 0);
      if ((outcome.kind !== 'again' && outcome.kind !== 'expired') || attempt === DELAYS.length) return outcome;
      if (outcome.kind === 'again' && outcome.slowDown) this.pace.slowDown();
      await backoff(attempt, this.signal);
      ({ cargo, leave } = await this.supply.prepare(number));
    }
  }

  private arrived(number: number, { content, crc32 }: Cargo): Outcome {
    this.progress.delete(number);
    this.item.arrivedBytes += content.size;
    this.tell();
    this.item.checksums.set(number, crc32);
    rememberChecksum(this.item, number, crc32);
    return { kind: 'done' };
  }

  private async complete(): Promise<Outcome | 'missing'> {
    const parts = numbers(this.large.parts).map((number) => ({
      crc32: this.item.checksums.get(number),
      size: this.part(number).size,
    }));
    const known = parts.every((part): part is { crc32: string; size: number } => part.crc32 !== undefined);
    const crc32 = this.large.checked && known ? combined(parts) : undefined;
    const { state } = await this.bramble.complete(this.large, crc32);
    switch (state) {
      case 'stored':
        return { kind: 'done' };
      case 'taken':
        return { kind: 'exists' };
      case 'missing':
        return 'missing';
      case 'damaged':
        return { kind: 'failed', reason: 'It changed while it was sent. Retry sends it from the start.' };
      case 'gone':
        return { kind: 'gone' };
    }
  }

  private part(number: number): Blob {
    const { partSize } = this.large;
    return this.content.slice((number - 1) * partSize, number * partSize);
  }

  private tell(number?: number, bytes = 0): void {
    if (number !== undefined) this.progress.set(number, bytes);
    this.item.sentBytes = this.item.arrivedBytes + [...this.progress.values()].reduce((a, b) => a + b, 0);
  }
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** Lets the store forget what has arrived. */
export async function abortParts(item: Item): Promise<void> {
  const { large, upload } = item;
  if (!large) return;
  item.forgetParts();
  await abort(upload.plan, large);
}
