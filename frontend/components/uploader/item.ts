import type { Cargo } from './carrier.js';
import type { Leave } from './plan.js';
import type { Upload } from './upload.js';

/** waiting and sending take turns, paused is out of line; the others are ends, of which failed may be retried. */
export type State = 'waiting' | 'sending' | 'paused' | 'done' | 'skipped' | 'failed' | 'cancelled';

export const ended = (state: State): boolean => state !== 'waiting' && state !== 'sending' && state !== 'paused';

/** From here on a file goes in parts. */
const LARGE_BYTES = 16 * 2 ** 20;

/** Gives the content when its turn comes. Rejects when the file is gone or may not be read. */
export type Opener = () => Promise<Blob>;

/** What a file is known by: the same again, if it is given again after the page was lost. */
export interface Identity {
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

/** A file in parts as Bramble knows it. The checksums are of those parts that this browser sent. */
export interface Large {
  readonly file: string;
  readonly partSize: number;
  readonly parts: number;
  readonly checked: boolean;
}

/** One file on its way. */
export class Item {
  state: State = 'waiting';
  sentBytes = 0;
  /** In parts that the store has said it has: they stay sent, whatever breaks. */
  arrivedBytes = 0;
  problem = '';
  leave: Leave | undefined;
  /** Its content with the checksum that the leave was given for, if it is small. */
  cargo: Cargo | undefined;
  large: Large | undefined;
  readonly checksums = new Map<number, string>();
  /** A try was cut before its answer came: if the key is taken now, it may be by this very file. */
  perhapsStored = false;
  /** Began before this page was loaded: what has arrived must be shown to be of the same content. */
  resumed = false;

  constructor(
    readonly upload: Upload,
    readonly number: number,
    readonly identity: Identity,
    private readonly wishedKey: string,
    readonly type: string,
    readonly open: Opener,
    private copies = 1,
  ) {}

  get key(): string {
    return this.copies === 1 ? this.wishedKey : numbered(this.wishedKey, this.copies);
  }

  get size(): number {
    return this.identity.size;
  }

  get isLarge(): boolean {
    return this.size >= LARGE_BYTES;
  }

  get isFolder(): boolean {
    return this.wishedKey.endsWith('/');
  }

  get ended(): boolean {
    return ended(this.state);
  }

  /** What is kept of it while it has not ended. */
  get record() {
    const { number, identity, wishedKey, type, copies, large } = this;
    return { upload: this.upload.plan.uploadId, number, ...identity, key: wishedKey, type, copies, large };
  }

  /** Takes the next numbered key, since this one is taken. */
  keepBoth(): void {
    this.copies++;
    this.forgetParts();
    this.perhapsStored = false;
    this.again();
  }

  forgetParts(): void {
    this.large = undefined;
    this.arrivedBytes = 0;
    this.checksums.clear();
  }

  interrupted(): void {
    this.perhapsStored = true;
    this.again();
    this.sentBytes = this.arrivedBytes;
  }

  /** Forgets a try: what was sent does not count, and leave has to be asked anew. */
  again(): void {
    this.sentBytes = 0;
    this.leave = undefined;
    this.cargo = undefined;
  }
}

/** "report.pdf" as "report (2).pdf". */
function numbered(key: string, number: number): string {
  const slash = key.lastIndexOf('/') + 1;
  const dot = key.lastIndexOf('.');
  const end = dot > slash ? dot : key.length;
  return `${key.slice(0, end)} (${number})${key.slice(end)}`;
}
