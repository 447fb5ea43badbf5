import type { Large } from './item.js';
import type { Plan, Wish } from './plan.js';
import type { Wanted } from './supply.js';

/** Where a file stands before its first part, or why it has none. */
export interface Begun extends Partial<Large> {
  readonly stored?: boolean;
  readonly taken: boolean;
  readonly problem?: { type: string; detail: string };
}

export interface Arrived {
  readonly known: boolean;
  readonly parts: readonly { number: number; size: number; crc32?: string }[];
}

export interface End {
  readonly state: 'stored' | 'taken' | 'missing' | 'damaged' | 'gone';
  readonly missing: number[];
}

export interface PartUrl {
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** What Bramble is asked about files in parts; each answer may fail as those of {@link Plan.ask} do. */
export class LargeFiles {
  constructor(
    private readonly plan: Plan,
    private readonly signal: AbortSignal,
  ) {}

  begin(wish: Wish & { readonly unlessTaken: boolean }): Promise<Begun> {
    return this.ask('', wish);
  }

  arrived({ file }: Large): Promise<Arrived> {
    return this.ask('/parts', { file });
  }

  async sign({ file, checked }: Large, wanted: readonly Wanted[]): Promise<PartUrl[]> {
    const parts = wanted.map(({ number, crc32 }) => ({ number, crc32: checked ? crc32 : undefined }));
    return (await this.ask<{ readonly parts: PartUrl[] }>('/sign', { file, parts })).parts;
  }

  complete({ file }: Large, crc32: string | undefined): Promise<End> {
    return this.ask('/complete', { file, crc32 });
  }

  private ask<T>(what: string, body: unknown): Promise<T> {
    return this.plan.ask<T>(`large-files${what}`, body, this.signal);
  }
}

/** Lets the store forget what has arrived; where Bramble knows nothing of it there is nothing to forget. */
export const abort = (plan: Plan, { file }: Large): Promise<void> =>
  plan.ask<void>('large-files/abort', { file }, new AbortController().signal).catch(() => undefined);
