import { carrier, Unreadable } from './carrier.js';
import type { Collected, Refusal } from './collect.js';
import { Item, type Opener } from './item.js';
import { type FileRecord, forgetUpload, keepAlive, type UploadRecord } from './memory.js';
import { type Leave, type Plan, PlanEnded } from './plan.js';

/** What to do with a file whose key is taken. */
export type Policy = 'skip' | 'replace' | 'keep-both';

export interface Target {
  readonly bucketId: string;
  readonly bucket: string;
  readonly prefix: string;
}

/** A file that was remembered, and can be opened again. */
export type Reopened = FileRecord & { readonly open: Opener };

const MOST_AT_ONCE = 500;
const MOST_BYTES = 32 * 2 ** 20;
const FEW_LEFT = 100;

/** What one drop becomes: files that share a plan and an answer to "this name is taken". */
export class Upload {
  items: Item[] = [];
  refused: readonly Refusal[] = [];
  open = 0;
  readonly closing = new AbortController();
  private readonly gone: () => void;
  private last: Promise<unknown> = Promise.resolve();
  private upcoming = 0;
  private ready = 0;
  private preparing: Promise<void> | undefined;

  private constructor(
    readonly target: Target,
    readonly plan: Plan,
    readonly policy: Policy,
    /** Others of its files stay interrupted: when these have ended it has not. */
    private readonly partly = false,
  ) {
    this.gone = keepAlive(plan.uploadId);
  }

  static of(target: Target, plan: Plan, policy: Policy, { picked, refused }: Collected): Upload {
    const upload = new Upload(target, plan, policy);
    const type = (content: Blob) => content.type || 'application/octet-stream'; // browsers know few types, and no folders
    upload.items = picked.map(
      ({ key, path, content, modified }, number) =>
        new Item(upload, number, { path, size: content.size, modified }, key, type(content), async () => content),
    );
    upload.refused = refused;
    upload.open = upload.items.length;
    return upload;
  }

  /** What is left of one that was interrupted. */
  static resumed({ target, policy }: UploadRecord, plan: Plan, files: readonly Reopened[], partly: boolean): Upload {
    const upload = new Upload(target, plan, policy, partly);
    upload.items = files.map(({ number, key, type, open, copies, large, ...identity }) => {
      const item = new Item(upload, number, identity, key, type, open, copies);
      item.large = large;
      item.resumed = item.perhapsStored = true;
      return item;
    });
    upload.open = upload.items.length;
    return upload;
  }

  /** Leave to send a small file, which was read and is asked for together with those after it. */
  async leaveFor(item: Item): Promise<Leave> {
    while (!usable(item.leave)) {
      this.preparing ??= this.prepare([item]).finally(() => (this.preparing = undefined));
      await this.preparing;
    }
    this.ready--;
    if (this.ready < FEW_LEFT) this.preparing ??= this.prepare([]).finally(() => (this.preparing = undefined));
    return item.leave;
  }

  /** Files that had their turn have another: they are asked for together, as the first time. */
  again(): void {
    this.upcoming = 0;
  }

  /** Its ticket is needed until then. */
  endAfter(work: Promise<void>): void {
    this.last = Promise.allSettled([this.last, work]);
  }

  /** Nothing more will come: Bramble lets go of the room it kept. */
  close(): void {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    if (this.partly) return void this.last.then(this.gone);
    void this.last.then(() => this.plan.finish());
    void forgetUpload(this.plan.uploadId).finally(this.gone);
  }

  private async prepare(batch: Item[]): Promise<void> {
    let bytes = 0;
    for (; batch.length < MOST_AT_ONCE && bytes < MOST_BYTES && this.upcoming < this.items.length; this.upcoming++) {
      const next = this.items[this.upcoming]!;
      if (batch[0] === next || next.state !== 'waiting' || next.leave || next.isLarge) continue;
      bytes += next.size;
      batch.push(next);
    }
    if (batch.length === 0) return;
    await Promise.all(batch.map((item) => this.read(item)));
    const readable = batch.filter(({ cargo }) => cargo);
    const leaves = await this.sign(readable);
    readable.forEach((item, i) => {
      item.leave = leaves[i];
      if (item.ended) item.again(); // cancelled meanwhile
    });
    this.ready += batch.length;
  }

  private async read(item: Item): Promise<void> {
    try {
      item.cargo = await carrier().read(await item.open());
    } catch (error) {
      item.cargo = undefined;
      item.leave = { refusal: unreadable(error), endsUpload: error instanceof PlanEnded };
    }
  }

  private async sign(items: Item[]): Promise<Leave[]> {
    const wishes = items.map(({ key, size, type, cargo }) => ({ key, size, type, crc32: cargo!.crc32 }));
    try {
      return wishes.length > 0 ? await this.plan.sign(wishes, this.closing.signal) : [];
    } catch (error) {
      const refusal = error instanceof PlanEnded ? error.message : String(error);
      return items.map(() => ({ refusal, endsUpload: true }));
    }
  }
}

export const unreadable = (error: unknown): string =>
  error instanceof Unreadable || error instanceof DOMException
    ? 'It changed or is gone from this computer. Add it again.'
    : error instanceof Error
      ? error.message
      : String(error);

const usable = (leave: Leave | undefined): leave is Leave =>
  leave !== undefined && ('refusal' in leave || leave.freshUntil > Date.now());
