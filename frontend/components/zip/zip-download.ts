import '@vaadin/button/vaadin-button.js';
import { html, LitElement, nothing } from 'lit';
import { archive, type Entry, MOST_FILES, type Progress, type Source, TooMany } from './archive.js';
import { target, TooLarge } from './saving.js';
import { bytes, files } from '../uploader/words.js';

interface Server {
  list(request: number, from: string | null): void;
  sign(request: number, keys: string[]): void;
  ended(): void;
}

const DRAW_MS = 250;
const REMAIN_MS = 6000;

/** One archive on its way to disk: says how far it is, and can be stopped. */
class ZipDownload extends LitElement implements Source {
  static override properties = { below: {}, name: {}, said: { state: true }, going: { state: true } };

  declare below: string;
  declare name: string;
  declare said: string;
  declare going: boolean;
  declare $server: Server;
  private readonly abort = new AbortController();
  private readonly asked = new Map<number, { resolve: (answer: never) => void; reject: (problem: Error) => void }>();
  private requests = 0;

  constructor() {
    super();
    this.below = '';
    this.name = '';
    this.said = '';
    this.going = false;
  }

  /** In the page itself, so that the theme's buttons look as everywhere. */
  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add('zip');
    window.addEventListener('beforeunload', this.warn);
    setTimeout(() => void this.run());
  }

  override disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.warn);
    this.abort.abort();
    super.disconnectedCallback();
  }

  list(from: string | null): Promise<{ entries: Entry[]; next: string | null }> {
    return this.ask((request) => this.$server.list(request, from));
  }

  sign(keys: string[]): Promise<string[]> {
    return this.ask((request) => this.$server.sign(request, keys));
  }

  /** Called by the server. */
  answer(request: number, answer: { problem?: string }): void {
    const asked = this.asked.get(request);
    this.asked.delete(request);
    if (answer.problem) asked?.reject(new Error(answer.problem));
    else asked?.resolve(answer as never);
  }

  override render() {
    return html`
      <p role="status">${this.said}</p>
      ${this.going
        ? html`<vaadin-button theme="small" @click=${() => this.abort.abort()}>Stop</vaadin-button>`
        : nothing}
    `;
  }

  private ask<T>(send: (request: number) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      this.abort.signal.throwIfAborted();
      const request = ++this.requests;
      this.asked.set(request, { resolve, reject });
      this.abort.signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
      send(request);
    });
  }

  private async run(): Promise<void> {
    const name = `${this.name}.zip`;
    const to = await target(name);
    if (!to) return this.$server.ended();
    const progress: Progress = { files: 0, bytes: 0 };
    this.going = true;
    const say = () => (this.said = `Packing ${name}: ${files(progress.files)}, ${bytes(progress.bytes)}`);
    const drawing = setInterval(say, DRAW_MS);
    say();
    try {
      await to.write(archive(this, this.below, progress, this.abort.signal), this.abort.signal);
      this.said = `${name} is saved: ${files(progress.files)}, ${bytes(progress.bytes)}.`;
    } catch (problem) {
      this.said = this.words(name, problem);
    }
    clearInterval(drawing);
    this.going = false;
    setTimeout(() => this.$server.ended(), REMAIN_MS);
  }

  private words(name: string, problem: unknown): string {
    if (this.abort.signal.aborted) return `Stopped ${name}.`;
    if (problem instanceof TooMany)
      return `There are more than ${MOST_FILES.toLocaleString('en')} files. “Copy commands” has a line for rclone that fetches them all.`;
    if (problem instanceof TooLarge)
      return 'This browser keeps archives in memory, at most 200 MiB. “Copy commands” has a line for rclone.';
    return `${name} is not complete: ${problem instanceof Error ? problem.message : 'something broke'}`;
  }

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.going) event.preventDefault();
  };
}

customElements.define('bramble-zip', ZipDownload);
