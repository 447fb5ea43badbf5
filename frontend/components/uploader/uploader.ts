import '@vaadin/menu-bar/vaadin-menu-bar.js';
import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { askPolicy } from './ask.js';
import { collect, given, type Source, topNames } from './collect.js';
import { complete, type Ticket } from './plan.js';
import { ARRIVED, type Arrived } from './queue.js';
import { adopt } from './style.js';
import { tray } from './tray.js';
import { Upload } from './upload.js';

/** What the server answers to `prepare`: a ticket, and which of the names are taken; or why not. */
type Plan = (Ticket & { readonly taken: string[]; readonly more: boolean }) | { readonly problem: string };

interface Choice {
  readonly text: string;
  readonly kind: 'files' | 'folder';
}

const CHOICES: Choice[] = [
  { text: 'Files…', kind: 'files' },
  { text: 'Folder…', kind: 'folder' },
];
const MENU = [{ text: 'Upload', children: CHOICES }];

interface Server {
  prepare(request: number, folder: string, names: string[]): void;
  arrived(): void;
}

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
  @state() private over = false;
  private readonly $server!: Server;
  private readonly plans = new Map<number, (plan: Plan) => void>();

  override createRenderRoot(): HTMLElement {
    adopt();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen('addEventListener');
  }

  override disconnectedCallback(): void {
    this.listen('removeEventListener');
    super.disconnectedCallback();
  }

  override render() {
    return html`
      <vaadin-menu-bar
        theme="primary"
        ?hidden=${this.closed}
        ?disabled=${this.refused !== ''}
        title=${this.refused}
        .items=${MENU}
        @item-selected=${({ detail }: CustomEvent<{ value: Choice }>) => this.input(detail.value.kind).click()}
      ></vaadin-menu-bar>
      <input class="files" type="file" multiple hidden data-shortcut="u" ?disabled=${this.shut} @change=${this.chosen} />
      <input class="folder" type="file" webkitdirectory hidden @change=${this.chosen} />
      <div class="drop-here" ?hidden=${!this.over}>
        <div>
          <vaadin-icon icon="vaadin:upload-alt" aria-hidden="true"></vaadin-icon>
          <strong>Drop to upload</strong>
          <span>to ${this.bucket}${this.prefix ? ` / ${this.prefix.replace(/\/$/, '').replaceAll('/', ' / ')}` : ''}</span>
        </div>
      </div>
    `;
  }

  /** Called by the server. */
  answer(request: number, plan: Plan): void {
    this.plans.get(request)?.(plan);
    this.plans.delete(request);
  }

  private get shut(): boolean {
    return this.closed || this.refused !== '';
  }

  private listen(how: 'addEventListener' | 'removeEventListener'): void {
    window[how]('dragenter', this.drag as EventListener);
    window[how]('dragover', this.drag as EventListener);
    window[how]('dragleave', this.left as EventListener);
    window[how]('drop', this.dropped as EventListener);
    window[how]('paste', this.pasted as EventListener);
    window[how](ARRIVED, this.arrived as EventListener);
  }

  private readonly drag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault(); // else the browser would leave the page for the file
    event.dataTransfer.dropEffect = this.shut ? 'none' : 'copy';
    this.over = !this.shut;
  };

  private readonly left = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.over = false;
  };

  private readonly dropped = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over = false;
    this.take(given(event.dataTransfer));
  };

  private readonly pasted = (event: ClipboardEvent): void => {
    if (event.clipboardData?.files.length) this.take(given(event.clipboardData));
  };

  private readonly arrived = ({ detail }: Arrived): void => {
    if (detail.bucketId === this.bucketId) this.$server.arrived();
  };

  private readonly chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.take(Array.from(input.files ?? []));
    input.value = '';
  };

  private input(kind: Choice['kind']): HTMLInputElement {
    return this.querySelector<HTMLInputElement>(`input.${kind}`)!;
  }

  private take(source: Source): void {
    if (this.shut || source.length === 0) return;
    const target = { bucketId: this.bucketId, bucket: this.bucket, prefix: this.prefix };
    tray().gather(async (signal, found) => {
      const plan = this.plan(target.prefix, topNames(source));
      const collected = await collect(source, target.prefix, signal, found);
      const leave = await plan;
      if ('problem' in leave) throw new Error(leave.problem);
      const policy = leave.taken.length > 0 || leave.more ? await askPolicy(leave.taken, leave.more) : 'skip';
      signal.throwIfAborted();
      if (policy) return new Upload(target, leave, policy, collected);
      await complete(leave);
      return undefined;
    });
  }

  private plan(folder: string, names: string[]): Promise<Plan> {
    return new Promise((resolve) => {
      const request = Date.now() + this.plans.size;
      this.plans.set(request, resolve);
      this.$server.prepare(request, folder, names);
    });
  }
}
