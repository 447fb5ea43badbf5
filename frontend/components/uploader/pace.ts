type Kind = 'file' | 'part';

const MOST = 6;
const RECOVERY_MS = 30_000;

/**
 * How many requests may be under way in all: a busy store halves it; each half minute of calm adds one. Files that are
 * one request and parts of large ones are served by turns, each in order.
 */
export class Pace {
  private most = MOST;
  private since = 0;
  private used = 0;
  private readonly waiting: Record<Kind, (() => void)[]> = { file: [], part: [] };
  private served: Kind = 'part';

  /** @param free told when a place has become free that nobody waits for */
  constructor(private readonly free: () => void) {}

  /** Whether another file may begin: there is a place that nobody waits for. */
  get hasRoom(): boolean {
    return this.used + this.waiting.file.length + this.waiting.part.length < this.limit;
  }

  get limit(): number {
    return Math.min(MOST, this.most + Math.floor((performance.now() - this.since) / RECOVERY_MS));
  }

  slowDown(): void {
    this.most = Math.max(1, Math.floor(this.limit / 2));
    this.since = performance.now();
  }

  /** Makes one request when there is a place for it. */
  async take<T>(kind: Kind, signal: AbortSignal, request: () => Promise<T>): Promise<T> {
    await this.turn(this.waiting[kind], signal);
    try {
      return await request();
    } finally {
      this.used--;
      this.serve();
      if (this.hasRoom) this.free();
    }
  }

  private turn(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.hasRoom) {
      this.used++;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const go = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(go), 1);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(go);
    });
  }

  private serve(): void {
    while (this.used < this.limit) {
      const next = this.next();
      if (!next) return;
      this.used++;
      next();
    }
  }

  private next(): (() => void) | undefined {
    const other = this.served === 'file' ? 'part' : 'file';
    if (this.waiting[other].length > 0) this.served = other;
    return this.waiting[this.served].shift();
  }
}
