import '@vaadin/menu-bar/vaadin-menu-bar.js';
import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ARRIVED, type Arrived } from './arrivals.js';
import { Beginning } from './beginning.js';
import { collect, type Source, topNames } from './collect.js';
import { type Answer, Console, type Server } from './console.js';
import { DropZone } from './drop-zone.js';
import { LeftBehind } from './left-behind.js';
import { Plan } from './plan.js';
import { adopt } from './style.js';
import { tray } from './tray.js';
import { files } from './words.js';

interface Choice {
  readonly text: string;
  readonly kind: 'files' | 'folder';
}

const CHOICES: Choice[] = [
  { text: 'Files…', kind: 'files' },
  { text: 'Folder…', kind: 'folder' },
];
const MENU = [{ text: 'Upload', children: CHOICES }];

/**
 * The door for files into one folder of one bucket: a menu, and the whole page to drop or paste on. What comes in is
 * handed to the tray, which outlives this element.
 */
@customElement('bramble-uploader')
export class BrambleUploader extends LitElement {
  @property() bucketId = '';
  @property() bucket = '';
  @property() prefix = '';
  @property({ type: Boolean }) closed = false;
  /** Why nothing can be uploaded just now; empty if it can. */
  @property() refused = '';
  /** Who is signed in: what they left behind in this browser is nobody else's. */
  @property() person = '';
  private readonly $server!: Server;
  private readonly zone = new DropZone(this, (source, roots) => this.take(source, roots));
  private readonly console = new Console(() => this.$server);
  private readonly leftBehind = new LeftBehind(this.console, (kind) => this.input(kind).click());

  get shut(): boolean {
    return this.closed || this.refused !== '';
  }

  override createRenderRoot(): HTMLElement {
    adopt();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(ARRIVED, this.arrived as EventListener);
    Plan.renewBy(this.console.renew);
    this.lookAgain();
  }

  override disconnectedCallback(): void {
    window.removeEventListener(ARRIVED, this.arrived as EventListener);
    Plan.notBy(this.console.renew);
    this.leftBehind.hide();
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('bucketId') || changed.has('person') || changed.has('closed')) this.lookAgain();
  }

  override render() {
    return html`
      <vaadin-menu-bar
        theme="primary"
        ?hidden=${this.closed}
        ?disabled=${this.refused !== ''}
        title=${this.refused}
        .items=${MENU}
        @item-selected=${({ detail }: CustomEvent<{ value: Choice }>) => void this.pick(detail.value.kind)}
      ></vaadin-menu-bar>
      <input class="files" type="file" multiple hidden data-shortcut="u" ?disabled=${this.shut} @change=${this.chosen} />
      <input class="folder" type="file" webkitdirectory hidden @change=${this.chosen} />
      <div class="drop-here" ?hidden=${!this.zone.over}>
        <div>
          <vaadin-icon icon="vaadin:upload-alt" aria-hidden="true"></vaadin-icon>
          <strong>Drop to upload</strong>
          <span>to ${this.bucket}${this.prefix ? ` / ${this.prefix.replace(/\/$/, '').replaceAll('/', ' / ')}` : ''}</span>
        </div>
      </div>
    `;
  }

  /** Called by the server. */
  answer(request: number, answer: Answer<never>): void {
    this.console.answer(request, answer);
  }

  private lookAgain(): void {
    if (this.person && this.bucketId && !this.closed) void this.leftBehind.look(this.person, this.bucketId);
  }

  private readonly arrived = ({ detail }: Arrived): void => {
    const shown = detail.folders.some((folder) => folder.startsWith(this.prefix));
    if (detail.bucketId === this.bucketId && shown) this.$server.arrived();
  };

  private readonly chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.take(Array.from(input.files ?? []));
    input.value = '';
  };

  private input(kind: Choice['kind']): HTMLInputElement {
    return this.querySelector<HTMLInputElement>(`input.${kind}`)!;
  }

  /** By the pickers that allow to open the same again later, where the browser has them. */
  private async pick(kind: Choice['kind']): Promise<void> {
    const { showOpenFilePicker, showDirectoryPicker } = window;
    if (!showOpenFilePicker || !showDirectoryPicker) return this.input(kind).click();
    try {
      const picked = kind === 'files' ? await showOpenFilePicker({ multiple: true }) : [await showDirectoryPicker()];
      this.take(picked, Promise.resolve(picked));
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) this.input(kind).click();
    }
  }

  private take(source: Source, roots: Promise<FileSystemHandle[]> = Promise.resolve([])): void {
    if (this.shut || source.length === 0) return;
    const target = { bucketId: this.bucketId, bucket: this.bucket, prefix: this.prefix };
    tray().gather(async (signal, say) => {
      const names = topNames(source);
      const collected = await collect(source, target.prefix, signal, (n) => say(`Reading: ${files(n)} found`));
      const { again, rest } = await this.leftBehind.resumeWith(collected);
      if (again.length > 0 && rest.picked.length + rest.refused.length === 0) return again;
      // Of what is given again, that which has arrived already is left out without a question.
      const known = again.length > 0 ? 'skip' : undefined;
      const beginning = new Beginning(this.console, this.person, signal, say);
      const upload = await beginning.begin(target, rest, names, await roots, known);
      return upload ? [...again, upload] : again;
    });
  }
}
