import type { Spoken } from '../spoken.js';
import { bytes, count, files } from '../uploader/words.js';
import { archive, entries, type Entry, MOST_FILES, type Progress, type Source, TooMany } from './archive.js';
import { target, TooLarge, type Target } from './saving.js';

const DRAW_MS = 250;

/** What a person asked for. */
export interface Wish {
  /** What paths in the archive leave out. */
  readonly below: string;
  /** Of the archive, without ".zip". */
  readonly name: string;
  /** What to do about files that are too many or too large, a sentence. */
  readonly instead: string;
}

/** Ended is also what was stopped; unwanted, what the person chose no place for. */
export type End = 'ended' | 'failed' | 'too many' | 'unwanted';

/** One archive on its way to disk: says how far it is, and can be stopped. */
export class Packing {
  private readonly abort = new AbortController();
  readonly signal = this.abort.signal;
  private readonly name: string;

  constructor(
    private readonly source: Source,
    private readonly wish: Wish,
    private readonly say: (words: string, going: boolean) => void,
    private readonly spoken: Spoken,
  ) {
    this.name = `${wish.name}.zip`;
  }

  /** Until it is saved, stopped or has failed. */
  async run(): Promise<End> {
    try {
      this.say(`Counting what goes into ${this.name}`, true);
      const what = await entries(this.source, this.signal);
      const to = await target(this.name);
      if (to) return await this.save(what, to);
      this.say('', false);
      return 'unwanted';
    } catch (problem) {
      return this.end(this.words(problem), this.signal.aborted ? 'ended' : problem instanceof TooMany ? 'too many' : 'failed');
    }
  }

  stop(): void {
    this.abort.abort();
  }

  private async save(what: Entry[], to: Target): Promise<End> {
    const progress: Progress = { files: 0, failed: 0, bytes: 0 };
    const far = () => this.tell(progress, what);
    window.addEventListener('beforeunload', warn);
    this.spoken.start(`Packing ${files(what.length)} into ${this.name}.`);
    const drawing = setInterval(far, DRAW_MS);
    far();
    try {
      await to.write(archive(this.source, what, this.wish.below, progress, this.signal), this.signal);
    } finally {
      clearInterval(drawing);
      window.removeEventListener('beforeunload', warn);
    }
    const saved = `${this.name} is saved: ${files(progress.files - progress.failed)}, ${bytes(progress.bytes)}.`;
    if (progress.failed === 0) return this.end(saved, 'ended');
    return this.end(`${saved} ${files(progress.failed)} could not be fetched: its _errors.txt names them.`, 'failed');
  }

  private tell(progress: Progress, what: Entry[]): void {
    this.say(`Packing ${this.name}: ${files(progress.files)}, ${bytes(progress.bytes)}`, true);
    this.spoken.progress(share(progress, what), (percent) => `${percent} percent packed.`);
  }

  private end(words: string, how: End): End {
    this.say(words, false);
    if (how === 'ended') this.spoken.end(words);
    else this.spoken.fail(words);
    return how;
  }

  private words(problem: unknown): string {
    if (this.signal.aborted) return `Stopped ${this.name}.`;
    if (problem instanceof TooMany) return `There are more than ${count(MOST_FILES)} files. ${this.wish.instead}`;
    if (problem instanceof TooLarge) return `This browser keeps archives in memory, at most 200 MiB. ${this.wish.instead}`;
    return `${this.name} is not complete: ${problem instanceof Error ? problem.message : 'something broke'}`;
  }
}

/** By bytes, or by files where the size of one is not known before. */
function share({ files, bytes }: Progress, what: Entry[]): number {
  const total = what.reduce((sum, { sizeBytes }) => (sizeBytes < 0 ? NaN : sum + sizeBytes), 0);
  return total > 0 ? Math.min(1, bytes / total) : files / Math.max(1, what.length);
}

const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
