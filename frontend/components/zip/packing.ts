import { archive, MOST_FILES, type Progress, type Source, TooMany } from './archive.js';
import { target, TooLarge } from './saving.js';
import { bytes, files } from '../uploader/words.js';

const DRAW_MS = 250;

/** One archive on its way to disk: says how far it is, and can be stopped. */
export class Packing {
  private readonly abort = new AbortController();
  readonly signal = this.abort.signal;

  /**
   * @param below what paths in the archive leave out
   * @param name of the archive, without ".zip"
   * @param instead what to do about files that are too many or too large, a sentence
   */
  constructor(
    private readonly source: Source,
    private readonly below: string,
    private readonly name: string,
    private readonly instead: string,
    private readonly say: (words: string, going: boolean) => void,
  ) {}

  /** Until it is saved, stopped or has failed; false when the person thought better of it. */
  async run(): Promise<boolean> {
    const name = `${this.name}.zip`;
    const to = await target(name);
    if (!to) return false;
    window.addEventListener('beforeunload', warn);
    const progress: Progress = { files: 0, bytes: 0 };
    const far = () => this.say(`Packing ${name}: ${files(progress.files)}, ${bytes(progress.bytes)}`, true);
    const drawing = setInterval(far, DRAW_MS);
    far();
    const end = await to
      .write(archive(this.source, this.below, progress, this.signal), this.signal)
      .then(() => `${name} is saved: ${files(progress.files)}, ${bytes(progress.bytes)}.`)
      .catch((problem: unknown) => this.words(name, problem));
    clearInterval(drawing);
    window.removeEventListener('beforeunload', warn);
    this.say(end, false);
    return true;
  }

  stop(): void {
    this.abort.abort();
  }

  private words(name: string, problem: unknown): string {
    if (this.signal.aborted) return `Stopped ${name}.`;
    if (problem instanceof TooMany)
      return `There are more than ${MOST_FILES.toLocaleString('en')} files. ${this.instead}`;
    if (problem instanceof TooLarge)
      return `This browser keeps archives in memory, at most 200 MiB. ${this.instead}`;
    return `${name} is not complete: ${problem instanceof Error ? problem.message : 'something broke'}`;
  }
}

const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
