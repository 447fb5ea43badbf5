import '@vaadin/button/vaadin-button.js';
import { html, LitElement, nothing } from 'lit';
import { Spoken } from '../spoken.js';
import type { Entry, Source } from './archive.js';
import { Packing } from './packing.js';

interface Server {
  list(request: number, from: string | null): void;
  sign(request: number, keys: string[]): void;
  ended(): void;
  tooMany(): void;
}

const INSTEAD = '“Copy commands” has a line for rclone that fetches them all.';
const REMAIN_MS = 6000;

/** An archive of what was chosen: the server knows the names and signs. */
class ZipDownload extends LitElement implements Source {
  static override properties = { below: {}, name: {}, said: { state: true }, going: { state: true }, failed: { state: true } };

  declare below: string;
  declare name: string;
  declare said: string;
  declare going: boolean;
  declare failed: boolean;
  declare $server: Server;
  private packing: Packing | undefined;
  private readonly asked = new Map<number, { resolve: (answer: never) => void; reject: (problem: Error) => void }>();
  private requests = 0;

  constructor() {
    super();
    this.below = '';
    this.name = '';
    this.said = '';
    this.going = false;
    this.failed = false;
  }

  /** In the page itself, so that the theme's buttons look as everywhere. */
  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add('zip');
    setTimeout(() => void this.run());
  }

  override disconnectedCallback(): void {
    this.packing?.stop();
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
      <p>${this.said}</p>
      ${this.going
        ? html`<vaadin-button theme="small" @click=${() => this.packing?.stop()}>Stop</vaadin-button>`
        : nothing}
      ${this.failed
        ? html`<vaadin-button theme="small" @click=${() => this.$server.ended()}>Close</vaadin-button>`
        : nothing}
    `;
  }

  private ask<T>(send: (request: number) => void): Promise<T> {
    const { signal } = this.packing!;
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const request = ++this.requests;
      this.asked.set(request, { resolve, reject });
      signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
      send(request);
    });
  }

  private async run(): Promise<void> {
    const { below, name } = this;
    const say = (words: string, going: boolean) => {
      this.said = words;
      this.going = going;
    };
    this.packing = new Packing(this, { below, name, instead: INSTEAD }, say, new Spoken(this));
    const end = await this.packing.run();
    this.failed = end === 'failed'; // stays until it is read
    if (end === 'too many') this.$server.tooMany();
    else if (!this.failed) setTimeout(() => this.$server.ended(), end === 'ended' ? REMAIN_MS : 0);
  }
}

customElements.define('bramble-zip', ZipDownload);
