import type { Leave } from './plan.js';
import type { Upload } from './upload.js';

/** waiting and sending take turns; the others are ends, of which failed may be retried. */
export type State = 'waiting' | 'sending' | 'done' | 'skipped' | 'failed' | 'cancelled';

export const ended = (state: State): boolean => state !== 'waiting' && state !== 'sending';

/** One file on its way. */
export class Item {
  state: State = 'waiting';
  sentBytes = 0;
  problem = '';
  leave: Leave | undefined;
  /** A try was cut before its answer came: if the key is taken now, it is by this very file. */
  perhapsStored = false;
  private copies = 1;

  constructor(
    readonly upload: Upload,
    private readonly wishedKey: string,
    readonly content: Blob,
  ) {}

  get key(): string {
    return this.copies === 1 ? this.wishedKey : numbered(this.wishedKey, this.copies);
  }

  /** Browsers name no type for many files, and folders have none. */
  get type(): string {
    return this.content.type || 'application/octet-stream';
  }

  get isFolder(): boolean {
    return this.wishedKey.endsWith('/');
  }

  get ended(): boolean {
    return ended(this.state);
  }

  /** Takes the next numbered key, since this one is taken. */
  keepBoth(): void {
    this.copies++;
    this.again();
  }

  interrupted(): void {
    this.perhapsStored = true;
    this.again();
  }

  /** Forgets a try: what was sent does not count, and leave has to be asked anew. */
  again(): void {
    this.sentBytes = 0;
    this.leave = undefined;
  }
}

/** "report.pdf" as "report (2).pdf". */
function numbered(key: string, number: number): string {
  const slash = key.lastIndexOf('/') + 1;
  const dot = key.lastIndexOf('.');
  const end = dot > slash ? dot : key.length;
  return `${key.slice(0, end)} (${number})${key.slice(end)}`;
}
