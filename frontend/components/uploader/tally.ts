import type { Item, State } from './item.js';
import { files, items } from './words.js';

type Sums = Record<State, number>;
const none = (): Sums => ({ waiting: 0, sending: 0, paused: 0, done: 0, skipped: 0, failed: 0, cancelled: 0 });
const all = (sums: Sums): number => Object.values(sums).reduce((a, b) => a + b);

/** A file costs a request, however small: what that is worth in bytes, so that the bar moves evenly. */
const REQUEST_BYTES = 32 * 1024;

/** Files and bytes by state, kept as they change: nothing is counted by walking the list. */
export class Tally {
  files = none();
  bytes = none();
  private folders = 0;

  get open(): number {
    return this.files.waiting + this.files.sending + this.files.paused;
  }

  get openBytes(): number {
    return this.bytes.waiting + this.bytes.sending + this.bytes.paused;
  }

  get total(): number {
    return all(this.files) - this.files.cancelled;
  }

  get totalBytes(): number {
    return all(this.bytes) - this.bytes.cancelled;
  }

  reset(): void {
    this.files = none();
    this.bytes = none();
    this.folders = 0;
  }

  /** Empty folders are on their way as well, and are no files. */
  words(count: number): string {
    return this.folders === 0 ? files(count) : items(count);
  }

  enter(item: Item): void {
    if (item.isFolder) this.folders++;
    this.files[item.state]++;
    this.bytes[item.state] += item.size;
  }

  move(item: Item, state: State): void {
    this.files[item.state]--;
    this.bytes[item.state] -= item.size;
    this.files[state]++;
    this.bytes[state] += item.size;
  }

  /** Work behind us, 0 to 1. */
  share(sentBytes: number): number {
    const total = this.totalBytes + this.total * REQUEST_BYTES;
    const open = this.openBytes - sentBytes + this.open * REQUEST_BYTES;
    return total === 0 ? 0 : 1 - open / total;
  }
}
