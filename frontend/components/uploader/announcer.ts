import { Spoken } from '../spoken.js';
import type { Queue } from './queue.js';

/** Tells those who listen how uploads go; a failure once. */
export class Announcer {
  private readonly spoken: Spoken;
  private begun = false;
  private failureTold = false;

  constructor(
    private readonly queue: Queue,
    place: Element,
  ) {
    this.spoken = new Spoken(place);
    queue.addEventListener('change', () => this.progress());
    queue.addEventListener('stop', () => this.fail(queue.stopReason));
    queue.addEventListener('end', () => this.end());
    queue.addEventListener('signedout', () => this.spoken.fail('Your session has ended. The upload goes on.'));
  }

  fail(reason: string): void {
    this.failureTold = true;
    this.spoken.fail(reason);
  }

  private progress(): void {
    const { tally, sentBytes } = this.queue;
    if (tally.open === 0) return;
    if (!this.begun) this.begin(tally.words(tally.total));
    if (tally.files.failed > 0 && !this.failureTold) this.fail('An upload failed. The others go on.');
    this.spoken.progress(tally.share(sentBytes), (percent) => `${percent} percent uploaded.`);
  }

  private begin(what: string): void {
    this.begun = true;
    this.failureTold = false;
    this.spoken.start(`Uploading ${what}.`);
  }

  private end(): void {
    const { tally, refused } = this.queue;
    const { done, failed: broken } = tally.files;
    const failed = broken + refused.length;
    if (failed > 0 && !this.failureTold) this.fail('An upload failed.');
    this.spoken.end(`Upload ended: ${tally.words(done)} stored${failed > 0 ? `, ${tally.words(failed)} failed` : ''}.`);
    this.begun = false;
  }
}
