import '@vaadin/button/vaadin-button.js';
import '@vaadin/icon/vaadin-icon.js';
import '@vaadin/icons/vaadin-iconset.js';
import '@vaadin/progress-bar/vaadin-progress-bar.js';
import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Announcer } from './announcer.js';
import { saveAsCsv } from './csv.js';
import { askCancel } from './ask.js';
import { interruptedRows, interruptedTitle, interruptedWords, type Resumption } from './interrupted-rows.js';
import { Queue } from './queue.js';
import { rows } from './rows.js';
import { Speed } from './speed.js';
import { adopt } from './style.js';
import type { Upload } from './upload.js';
import { bytes, count, duration, files } from './words.js';

const DRAW_MS = 250;

/** Finds the files of uploads, and says how far it is. */
type Gathering = (signal: AbortSignal, say: (words: string) => void) => Promise<readonly Upload[]>;

/** The one tray of this page: below the document's body, so that it outlives every view. */
export function tray(): UploadTray {
  const present = document.querySelector<UploadTray>('bramble-upload-tray');
  if (present) return present;
  const made = document.createElement('bramble-upload-tray') as UploadTray;
  document.body.append(made);
  return made;
}

/** Shows the queue and takes orders for it. */
@customElement('bramble-upload-tray')
export class UploadTray extends LitElement {
  readonly queue = new Queue();
  private readonly speed = new Speed();
  @state() private folded = false;
  @state() private gathered: string | undefined;
  /** Undefined in a place where nothing can be done about it. */
  @state() resumption: Resumption | undefined;
  @state() private problem = '';
  private gathering = new AbortController();
  private gatherings = Promise.resolve();
  private drawing = 0;

  override createRenderRoot(): HTMLElement {
    adopt();
    new Announcer(this.queue, this);
    this.queue.addEventListener('change', () => this.drawSoon());
    return this;
  }

  /** Runs what finds the files of an upload, shows how many there are, then sends them. One after the other. */
  gather(gathering: Gathering): void {
    if (this.queue.signedOut && this.queue.tally.open === 0) return this.close();
    this.gatherings = this.gatherings.then(() => this.gatherNow(gathering));
  }

  private async gatherNow(gathering: Gathering): Promise<void> {
    this.gathering = new AbortController();
    const { signal } = this.gathering;
    this.problem = '';
    this.gathered = 'Reading';
    this.folded = false;
    try {
      const uploads = await gathering(signal, (words) => (this.gathered = words));
      uploads.forEach((upload) => this.queue.add(upload));
    } catch (error) {
      if (!signal.aborted) this.problem = error instanceof Error ? error.message : String(error);
    } finally {
      this.gathered = undefined;
    }
  }

  override render() {
    const { tally } = this.queue;
    const idle = this.gathered === undefined && !this.problem && this.nothing;
    const empty = idle && !this.resumption;
    const onlyEnded = this.gathered !== undefined && tally.open === 0; // of the upload before
    return html`
      <section class="tray" aria-label="Uploads" ?hidden=${empty} ?folded=${this.folded}>
        <header>
          <div class="words">
            <h2>${this.heading()}</h2>
            <p>${this.line()}</p>
          </div>
          ${this.orders()}
        </header>
        ${tally.open > 0 ? html`<vaadin-progress-bar aria-label="All uploads" .value=${tally.share(this.sentBytes)}></vaadin-progress-bar>` : nothing}
        ${this.problem && !this.nothing ? this.notice() : nothing}
        ${this.queue.stopReason ? html`<p class="stopped">${this.queue.stopReason}</p>` : nothing}
        ${this.folded || idle || onlyEnded ? nothing : rows(this.queue)}
        ${this.folded || !this.resumption || this.gathered !== undefined ? nothing : interruptedRows(this.resumption, !idle)}
        ${this.folded || tally.files.failed + this.queue.refused.length === 0 ? nothing : this.failures()}
      </section>
    `;
  }

  private get sentBytes(): number {
    return this.queue.sentBytes;
  }

  private get nothing(): boolean {
    return this.queue.uploads.length === 0;
  }

  /** Of files that were added meanwhile: those that are on their way go on. */
  private notice() {
    return html`<p class="stopped" role="alert">
      <span>Nothing was added. ${this.problem}</span>
      ${order('close-small', 'Dismiss', () => (this.problem = ''))}
    </p>`;
  }

  private heading(): string {
    const { tally, paused, refused } = this.queue;
    if (this.gathered !== undefined) return this.gathered;
    if (this.problem && this.nothing) return 'Nothing was uploaded';
    if (this.nothing && this.resumption) return interruptedTitle(this.resumption.interrupted);
    const { done, skipped, failed } = tally.files;
    if (tally.open > 0)
      return `${paused ? 'Paused at' : 'Uploading'} ${count(done + skipped + failed)} of ${tally.words(tally.total)}`;
    if (failed + refused.length > 0) return `${count(done)} of ${tally.words(tally.total + refused.length)} uploaded`;
    return done > 0 || skipped === 0 ? `${tally.words(done)} uploaded` : 'Nothing to upload';
  }

  private line(): string {
    const { tally, paused } = this.queue;
    if (this.gathered !== undefined) return 'Nothing of this has been sent yet.';
    if (this.problem && this.nothing) return this.problem;
    if (this.nothing && this.resumption) return interruptedWords(this.resumption.interrupted);
    if (tally.open === 0) return this.summary();
    if (!navigator.onLine) return 'No network. Goes on when it is back.';
    if (this.queue.waitsForOthers) return 'Another page is uploading. This one goes on after it.';
    const sent = tally.bytes.done + tally.bytes.skipped + this.sentBytes;
    const amounts = `${bytes(sent)} of ${bytes(tally.totalBytes)}`;
    const pace = this.speed.bytesPerSecond;
    if (paused || pace === 0) return amounts;
    const left = (tally.openBytes - this.sentBytes) / pace;
    return `${amounts} · ${bytes(pace)}/s · ${duration(left)} left`;
  }

  private summary(): string {
    const { tally, refused } = this.queue;
    const { done, skipped, failed, cancelled } = tally.files;
    const parts = [
      done > 0 && `${bytes(tally.bytes.done)} stored`,
      failed + refused.length > 0 && `${count(failed + refused.length)} failed`,
      skipped > 0 && `${count(skipped)} skipped, already there`,
      cancelled > 0 && `${count(cancelled)} cancelled`,
      this.queue.signedOut && 'your session has ended',
    ];
    return parts.filter(Boolean).join(' · ');
  }

  private orders() {
    const { queue } = this;
    const open = queue.tally.open > 0;
    return html`
      ${open && queue.paused ? order('play', 'Resume uploads', () => queue.resume()) : nothing}
      ${open && !queue.paused ? order('pause', 'Pause uploads', () => queue.pause()) : nothing}
      ${order(this.folded ? 'angle-up' : 'angle-down', this.folded ? 'Show files' : 'Hide files', () => {
        this.folded = !this.folded;
      })}
      ${this.gathered !== undefined
        ? order('close-small', 'Stop reading', () => this.gathering.abort(new Error('cancelled')))
        : open
          ? order('close-small', 'Cancel all uploads', () => void this.cancel())
          : order('close-small', 'Close', () => this.close())}
    `;
  }

  private failures() {
    const { tally } = this.queue;
    const { failed } = tally.files;
    const refused = this.queue.refused.length;
    return html`<footer>
      <span>${tally.words(failed + refused)} failed</span>
      <vaadin-button theme="small tertiary" @click=${() => this.saveFailures()}>Save as CSV</vaadin-button>
      ${failed > 0
        ? html`<vaadin-button theme="small" @click=${() => this.queue.retryFailed()}>Retry failed</vaadin-button>`
        : nothing}
    </footer>`;
  }

  private saveFailures(): void {
    const { refused, failed } = this.queue;
    saveAsCsv('failed uploads.csv', [
      ['File', 'Size in bytes', 'Bucket', 'Reason'],
      ...refused.map(({ name, reason }) => [name, '', '', reason]),
      ...failed.map(({ key, size, upload, problem }) => [key, String(size), upload.target.bucket, problem]),
    ]);
  }

  private async cancel(): Promise<void> {
    if (await askCancel(this.queue.tally.words(this.queue.tally.open))) this.queue.cancelAll();
  }

  private close(): void {
    this.problem = '';
    this.resumption = undefined;
    this.queue.close();
  }

  private drawSoon(): void {
    if (this.drawing) return;
    this.drawing = window.setTimeout(() => {
      this.drawing = 0;
      this.speed.add(this.queue.tally.bytes.done + this.sentBytes);
      this.requestUpdate();
      if (this.queue.tally.open > 0) this.drawSoon();
    }, DRAW_MS);
  }
}

const order = (icon: string, name: string, act: () => void) => html`
  <vaadin-button theme="tertiary icon" aria-label=${name} title=${name} @click=${act}>
    <vaadin-icon icon="vaadin:${icon}"></vaadin-icon>
  </vaadin-button>
`;
