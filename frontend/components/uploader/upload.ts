import type { Collected, Refusal } from './collect.js';
import { Item } from './item.js';
import { complete, type Leave, PlanEnded, sign, type Ticket } from './plan.js';

/** What to do with a file whose key is taken. */
export type Policy = 'skip' | 'replace' | 'keep-both';

export interface Target {
  readonly bucketId: string;
  readonly bucket: string;
  readonly prefix: string;
}

const BATCH = 500;

/** What one drop becomes: files that share a ticket and an answer to "this name is taken". */
export class Upload {
  readonly items: Item[];
  readonly refused: readonly Refusal[];
  open: number;
  private readonly closing = new AbortController();
  private upcoming = 0;
  private signing: Promise<void> | undefined;

  constructor(
    readonly target: Target,
    readonly ticket: Ticket,
    readonly policy: Policy,
    { picked, refused }: Collected,
  ) {
    this.refused = refused;
    this.items = picked.map((file) => new Item(this, file.key, file.content));
    this.open = this.items.length;
  }

  /** Leave to send a file, asked for together with that of the files after it. */
  async leaveFor(item: Item): Promise<Leave> {
    while (!usable(item.leave)) {
      this.signing ??= this.signFrom(item).finally(() => (this.signing = undefined));
      await this.signing;
    }
    return item.leave;
  }

  /** Nothing more will come: Bramble lets go of the room it kept. */
  close(): void {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    void complete(this.ticket);
  }

  private async signFrom(item: Item): Promise<void> {
    const batch = [item];
    for (; batch.length < BATCH && this.upcoming < this.items.length; this.upcoming++) {
      const next = this.items[this.upcoming]!;
      if (next !== item && !next.ended && !next.leave) batch.push(next);
    }
    const wishes = batch.map(({ key, content, type }) => ({ key, size: content.size, type }));
    const leaves = await sign(this.ticket, wishes, this.closing.signal).catch((error: unknown) => {
      if (error instanceof PlanEnded) return batch.map(() => ({ refusal: error.message, endsUpload: true }));
      throw error;
    });
    batch.forEach((each, i) => (each.leave = leaves[i]));
  }
}

const usable = (leave: Leave | undefined): leave is Leave =>
  leave !== undefined && ('refusal' in leave || leave.freshUntil > Date.now());
