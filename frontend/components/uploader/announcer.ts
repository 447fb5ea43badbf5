import { html, type TemplateResult } from 'lit';
import type { Queue } from './queue.js';

const APART_MS = 10_000;

/** Tells those who listen how it goes: start, each tenth, end; a failure once, and at once. */
export class Announcer {
  private polite = '';
  private urgent = '';
  private tenth = -1;
  private lastAt = -Infinity;
  private failureTold = false;

  constructor(private readonly queue: Queue) {
    queue.addEventListener('change', () => this.progress());
    queue.addEventListener('stop', () => this.fail(queue.stopReason));
    queue.addEventListener('end', () => this.end());
    queue.addEventListener('signedout', () => (this.urgent = 'Your session has ended. The upload goes on.'));
  }

  render(): TemplateResult {
    return html`
      <div class="heard" role="status">${this.polite}</div>
      <div class="heard" role="alert">${this.urgent}</div>
    `;
  }

  private progress(): void {
    const { tally, sentBytes } = this.queue;
    if (tally.open === 0) return;
    if (tally.files.failed > 0 && !this.failureTold) this.fail('An upload failed. The others go on.');
    const tenth = Math.floor(tally.share(sentBytes) * 10);
    const now = performance.now();
    if (tenth <= this.tenth || now - this.lastAt < APART_MS) return;
    this.polite = this.tenth < 0 ? `Uploading ${tally.words(tally.total)}.` : `${tenth * 10} percent uploaded.`;
    this.tenth = tenth;
    this.lastAt = now;
  }

  private fail(reason: string): void {
    this.failureTold = true;
    this.urgent = reason;
  }

  private end(): void {
    const { tally } = this.queue;
    const { done, failed } = tally.files;
    this.polite = `Upload ended: ${tally.words(done)} stored${failed > 0 ? `, ${tally.words(failed)} failed` : ''}.`;
    this.tenth = -1;
    this.lastAt = -Infinity;
    this.failureTold = false;
    if (failed === 0) this.urgent = '';
  }
}
