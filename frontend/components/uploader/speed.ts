const WINDOW_MS = 8000;

/** Bytes a second, as seen over the last seconds. */
export class Speed {
  private readonly seen: { at: number; bytes: number }[] = [];

  add(bytes: number): void {
    const at = performance.now();
    const last = this.seen.at(-1);
    if (last && bytes < last.bytes) this.seen.length = 0;
    this.seen.push({ at, bytes });
    while (this.seen.length > 2 && this.seen[1]!.at < at - WINDOW_MS) this.seen.shift();
  }

  get bytesPerSecond(): number {
    const [first, last] = [this.seen[0], this.seen.at(-1)];
    return first && last && last.at - first.at > 500 ? ((last.bytes - first.bytes) / (last.at - first.at)) * 1000 : 0;
  }
}
