import { Arrivals } from './arrivals.js';
import type { Refusal } from './collect.js';
import { ended, type Item, type State } from './item.js';
import { Line } from './line.js';
import { forget, remember } from './memory.js';
import { Pace } from './pace.js';
import { abortParts } from './parts.js';
import { stayWhile } from './stay.js';
import { Tally } from './tally.js';
import { type Ending, transfer } from './transfer.js';
import { Turn } from './turn.js';
import type { Upload } from './upload.js';

const MOST_LATEST = 200;

/** Every upload of this page, a few files at a time. Draws nothing; tells `change`, `end`, `stop` and `signedout`. */
export class Queue extends EventTarget {
  readonly tally = new Tally();
  uploads: Upload[] = [];
  paused = false;
  stopReason = '';
  private readonly line = new Line();
  private latest: Item[] = [];
  private readonly sending = new Map<Item, AbortController>();
  /** Begun and not ended: on their way, or interrupted with parts that have arrived. */
  private readonly begun = new Set<Item>();
  private readonly pace = new Pace(() => this.begin());
  private readonly turn = new Turn(() => this.fill());
  private readonly arrivals = new Arrivals();
  private readonly stay = stayWhile(() => this.tally.open > 0, () => this.dispatchEvent(new Event('signedout')));

  constructor() {
    super();
    window.addEventListener('beforeunload', (event) => {
      if (this.tally.open > 0) event.preventDefault();
    });
  }

  /** The session has ended meanwhile; nobody answers any more but to the tickets that there are. */
  get signedOut(): boolean {
    return this.stay.signedOut;
  }

  /** Forgets what has ended, and goes where a page goes whose session has ended. */
  close(): void {
    this.clear();
    this.stay.leave();
  }

  /** Another page of this browser is sending. */
  get waitsForOthers(): boolean {
    return this.turn.waits;
  }

  add(upload: Upload): void {
    if (this.tally.open + this.tally.files.failed === 0) this.clear();
    this.uploads.push(upload);
    upload.items.forEach((item) => this.tally.enter(item));
    this.line.add(upload.items);
    if (upload.open === 0) this.ended(upload);
    else this.fill();
  }

  /** What is on its way is sent again, of large files the parts that are on their way. */
  pause(): void {
    this.paused = true;
    this.sending.forEach((abort) => abort.abort());
    this.turn.giveUp();
    this.changed();
  }

  resume(): void {
    this.paused = false;
    this.fill();
  }

  pauseOne(item: Item): void {
    if (item.ended) return;
    const abort = this.sending.get(item);
    this.move(item, 'paused');
    abort?.abort();
    this.fill();
  }

  resumeOne(item: Item): void {
    if (item.state !== 'paused') return;
    this.move(item, 'waiting');
    this.line.putBack(item);
    this.fill();
  }

  cancel(item: Item): void {
    if (item.ended) return;
    item.upload.endAfter(abortParts(item));
    this.end(item, 'cancelled');
  }

  cancelAll(): void {
    this.uploads.forEach((upload) => upload.items.forEach((item) => this.cancel(item)));
    this.paused = false;
  }

  retryFailed(): void {
    this.stopReason = '';
    const failed = this.all('failed');
    failed.toReversed().forEach((item) => {
      item.again();
      this.move(item, 'waiting');
      this.line.putBack(item);
    });
    this.uploads.forEach((upload) => upload.again());
    void remember(failed);
    this.resume();
  }

  /** What never was sent, because of its name. */
  get refused(): Refusal[] {
    return this.uploads.flatMap((upload) => upload.refused);
  }

  get failed(): Item[] {
    return this.all('failed');
  }

  /** Of the files that have not ended. */
  get sentBytes(): number {
    let sum = 0;
    this.begun.forEach((item) => (sum += item.sentBytes));
    return sum;
  }

  /** Those under way, failures, what comes next, what came last: as many as can be read. */
  notable(most: number): Item[] {
    const failed = this.tally.files.failed > 0 ? this.failed.slice(0, most / 2) : [];
    const paused = this.tally.files.paused > 0 ? this.all('paused').slice(0, most / 2) : [];
    const next = this.line.next(most).filter(({ state }) => state === 'waiting');
    const all = [...this.sending.keys(), ...paused, ...failed, ...next, ...this.latest.toReversed()];
    return [...new Set(all)].slice(0, most);
  }

  /** Forgets what has ended. */
  clear(): void {
    this.uploads.forEach((upload) => upload.close());
    this.uploads = [];
    this.latest = [];
    this.tally.reset();
    this.stopReason = '';
    this.changed();
  }

  private all(state: State): Item[] {
    return this.uploads.flatMap((upload) => upload.items.filter((item) => item.state === state));
  }

  private fill(): void {
    if (this.paused || this.line.length + this.sending.size === 0) this.turn.giveUp();
    else this.turn.ask();
    this.begin();
    this.changed();
  }

  /** Their requests take turns, so a small file waits for one part of a large one, not for all. */
  private begin(): void {
    if (this.paused || !this.turn.held) return;
    while (this.count(false) < this.pace.limit && this.run(this.line.takeSmall()));
    while (this.mayBeginLarge() && this.run(this.line.takeLarge()));
  }

  private mayBeginLarge(begun = this.count(true)): boolean {
    return begun === 0 || (this.pace.hasRoom && begun < this.pace.limit);
  }

  private count(large: boolean): number {
    return [...this.sending.keys()].filter(({ isLarge }) => isLarge === large).length;
  }

  /** False at the end of the line. */
  private run(item: Item | undefined): boolean {
    if (item?.state === 'waiting' && !this.sending.has(item)) void this.send(item);
    return item !== undefined;
  }

  private async send(item: Item): Promise<void> {
    const abort = new AbortController();
    this.sending.set(item, abort);
    this.begun.add(item);
    this.move(item, 'sending');
    try {
      this.settle(item, await transfer(item, abort.signal, this.pace));
    } catch (error) {
      if (!abort.signal.aborted) this.end(item, 'failed', String(error));
      else if (!item.ended) this.putBack(item);
    }
    this.sending.delete(item);
    this.fill();
  }

  private settle(item: Item, ending: Ending): void {
    if (item.ended) return;
    if (ending.kind === 'stop') this.stop(item.upload, ending.reason);
    else if (ending.kind === 'failed') this.end(item, 'failed', ending.reason);
    else if (ending.kind === 'exists') this.end(item, 'skipped');
    else this.end(item, 'done');
  }

  /** Paused while it was being sent, alone or with all. Resumed before it came to a stop, it is in line already. */
  private putBack(item: Item): void {
    item.interrupted();
    if (item.state === 'sending') this.move(item, 'waiting');
    if (item.state === 'waiting') this.line.putBack(item);
  }

  private stop(upload: Upload, reason: string): void {
    const first = this.stopReason === '';
    this.stopReason = reason;
    upload.items.filter((item) => !item.ended).forEach((item) => this.end(item, 'failed', reason));
    if (first) this.dispatchEvent(new Event('stop'));
  }

  private end(item: Item, state: State, problem = ''): void {
    item.problem = problem;
    this.begun.delete(item);
    this.move(item, state);
    this.sending.get(item)?.abort();
    item.again();
    if (state === 'done') this.arrivals.add(item.upload.target.bucketId, item.key);
    if (state !== 'failed') {
      forget(item);
      if (this.latest.push(item) > MOST_LATEST) this.latest.shift();
    }
    if (item.upload.open === 0) this.ended(item.upload);
  }

  /** With failures the ticket is kept: they may be retried until the person closes the tray. */
  private ended(upload: Upload): void {
    if (!upload.items.some(({ state }) => state === 'failed')) upload.close();
    if (this.tally.open === 0) {
      this.arrivals.tellAll();
      this.dispatchEvent(new Event('end'));
    }
    this.changed();
  }

  private move(item: Item, state: State): void {
    this.tally.move(item, state);
    item.upload.open += Number(!ended(state)) - Number(!item.ended);
    item.state = state;
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
