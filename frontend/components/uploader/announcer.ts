import { html, type TemplateResult } from 'lit';
import type { Queue } from './queue.js';
import { files } from './words.js';

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
    this.polite = this.tenth < 0 ? `Uploading ${files(tally.total)}.` : `${tenth * 10} percent uploaded.`;
    this.tenth = tenth;
    this.lastAt = now;
  }

  private fail(reason: string): void {
    this.failureTold = true;
    this.urgent = reason;
  }

  private end(): void {
    const { done, failed } = this.queue.tally.files;
    this.polite = `Upload ended: ${files(done)} stored${failed > 0 ? `, ${files(failed)} failed` : ''}.`;
    this.tenth = -1;
    this.lastAt = -Infinity;
    this.failureTold = false;
    if (failed === 0) this.urgent = '';
  }
}
