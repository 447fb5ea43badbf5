/** Told to the window when files have arrived in a bucket, so that a listing may be read again. */
export const ARRIVED = 'bramble-files-arrived';
export type Arrived = CustomEvent<{ bucketId: string; folders: string[] }>;

const TELL_MS = 2000;

/** Gathers what has come, since small files come by the hundred. */
export class Arrivals {
  private readonly gathered = new Map<string, Set<string>>();

  add(bucketId: string, key: string): void {
    const folder = key.slice(0, key.lastIndexOf('/') + 1);
    const known = this.gathered.get(bucketId);
    if (known) return void known.add(folder);
    this.gathered.set(bucketId, new Set([folder]));
    setTimeout(() => this.tell(bucketId), TELL_MS);
  }

  /** Nothing more comes for now. */
  tellAll(): void {
    [...this.gathered.keys()].forEach((bucketId) => this.tell(bucketId));
  }

  private tell(bucketId: string): void {
    const folders = this.gathered.get(bucketId);
    if (!folders) return; // told before its time
    this.gathered.delete(bucketId);
    window.dispatchEvent(new CustomEvent(ARRIVED, { detail: { bucketId, folders: [...folders] } }));
  }
}
