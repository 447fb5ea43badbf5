const MOST = 6;
const RECOVERY_MS = 30_000;

/** How many requests may be under way: a busy store halves it; each half minute of calm adds one. */
export class Pace {
  private most = MOST;
  private since = 0;

  get limit(): number {
    return Math.min(MOST, this.most + Math.floor((performance.now() - this.since) / RECOVERY_MS));
  }

  slowDown(): void {
    this.most = Math.max(1, Math.floor(this.limit / 2));
    this.since = performance.now();
  }
}
