import '@vaadin/menu-bar/vaadin-menu-bar.js';
import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { askPolicy } from './ask.js';
import { type Collected, collect, given, handles, type Source, topNames } from './collect.js';
import { Interrupted } from './interrupted.js';
import { remember } from './memory.js';
import { Plan, PlanEnded, type Ticket } from './plan.js';
import { ARRIVED, type Arrived } from './queue.js';
import { reserve } from './reserve.js';
import { adopt } from './style.js';
import { tray } from './tray.js';
import { type Policy, type Target, Upload } from './upload.js';
import { count, files } from './words.js';

/** What the server answers: a ticket, and which of the names are taken; or why not. */
interface Start extends Ticket {
  readonly taken: string[];
  readonly more: boolean;
}
type Answer<T> = T | { readonly problem: string; readonly ended?: boolean };

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
  renew(request: number, uploadId: string): void;
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
  /** Who is signed in: what they left behind in this browser is nobody else's. */
  @property() person = '';
  private readonly asked = new Map<number, (answer: Answer<never>) => void>();
  private interrupted: Interrupted[] = [];
  private last = 0;

  override createRenderRoot(): HTMLElement {
    adopt();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen('addEventListener');
    Plan.renewBy(this.renew);
  }

  override disconnectedCallback(): void {
    this.listen('removeEventListener');
    Plan.notBy(this.renew);
    tray().resumption = undefined;
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('bucketId') || changed.has('person') || changed.has('closed')) void this.lookForInterrupted();
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
  answer(request: number, answer: Answer<never>): void {
    this.asked.get(request)?.(answer);
    this.asked.delete(request);
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
    this.take(given(event.dataTransfer), handles(event.dataTransfer));
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
      const { again, rest } = await this.resumeWith(collected);
      if (again.length > 0 && rest.picked.length + rest.refused.length === 0) return again;
      // Of what is given again, that which has arrived already is left out without a question.
      const known = again.length > 0 ? 'skip' : undefined;
      const upload = await this.begin(target, rest, names, await roots, signal, say, known);
      return upload ? [...again, upload] : again;
    });
  }

  private async begin(
    target: Target,
    collected: Collected,
    names: string[],
    roots: FileSystemHandle[],
    signal: AbortSignal,
    say: (words: string) => void,
    known?: Policy,
  ): Promise<Upload | undefined> {
    const start = await this.ask<Start>((request) => this.$server.prepare(request, target.prefix, names));
    const plan = new Plan(start);
    try {
      const policy = await this.agree(start, plan, collected, signal, say, known);
      signal.throwIfAborted();
      if (!policy) return void (await plan.finish());
      const upload = Upload.of(target, plan, policy, collected);
      await remember(upload.items, { id: plan.uploadId, person: this.person, target, policy, roots });
      return upload;
    } catch (error) {
      await plan.finish();
      throw error;
    }
  }

  /** All that is asked is asked before the first byte. Undefined: the person thought better of it. */
  private async agree(
    { taken, more }: Start,
    plan: Plan,
    { picked }: Collected,
    signal: AbortSignal,
    say: (words: string) => void,
    known?: Policy,
  ): Promise<Policy | undefined> {
    const policy = known ?? (taken.length > 0 || more ? await askPolicy(taken, more) : 'skip');
    if (!policy) return undefined;
    const enough = await reserve(plan, picked, signal, (n) => say(`Room kept for ${count(n)} of ${files(picked.length)}`));
    return enough ? policy : undefined;
  }

  private readonly renew = (uploadId: string): Promise<Ticket> =>
    this.ask<Ticket>((request) => this.$server.renew(request, uploadId));

  /** @throws what the server says against it */
  private async ask<T extends object>(question: (request: number) => void): Promise<T> {
    const request = ++this.last;
    const answer = await new Promise<Answer<T>>((resolve) => {
      this.asked.set(request, resolve);
      question(request);
    });
    if ('problem' in answer) throw answer.ended ? new PlanEnded(answer.problem) : new Error(answer.problem);
    return answer;
  }

  private async lookForInterrupted(): Promise<void> {
    const { person, bucketId } = this;
    if (!person || !bucketId || this.closed) return;
    const found = await Interrupted.all(person, bucketId, this.renew);
    if (!this.isConnected || bucketId !== this.bucketId) return;
    this.interrupted = found;
    this.offer();
  }

  private offer(): void {
    const { interrupted } = this;
    tray().resumption =
      interrupted.length === 0
        ? undefined
        : {
            interrupted,
            byItself: interrupted.every(({ record }) => record.roots.length > 0),
            resume: () => this.resumeByItself(),
            choose: (kind) => this.input(kind).click(),
            discard: () => this.discard(),
          };
  }

  private resumeByItself(): void {
    const { interrupted } = this;
    tray().gather(async () => {
      const uploads = await Promise.all(interrupted.map((each) => each.resumeByHandles()));
      this.interrupted = interrupted.filter((each, i) => !uploads[i] && !each.ended);
      this.offer();
      return uploads.filter((upload) => upload !== undefined);
    });
  }

  private async resumeWith(collected: Collected): Promise<{ again: Upload[]; rest: Collected }> {
    const again: Upload[] = [];
    let rest = collected.picked;
    const left: Interrupted[] = [];
    for (const each of this.interrupted) {
      const { upload, rest: others } = await each.resumeWith(rest);
      rest = others;
      if (upload) again.push(upload);
      else if (!each.ended) left.push(each);
    }
    this.interrupted = left;
    this.offer();
    return { again, rest: { picked: rest, refused: collected.refused } };
  }

  private discard(): void {
    const { interrupted } = this;
    this.interrupted = [];
    this.offer();
    void Promise.all(interrupted.map((each) => each.discard()));
  }
}
