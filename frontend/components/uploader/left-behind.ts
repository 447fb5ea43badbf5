import { askDiscard } from './ask.js';
import { Beginning } from './beginning.js';
import type { Collected, Picked } from './collect.js';
import type { Console } from './console.js';
import { Interrupted } from './interrupted.js';
import { tray } from './tray.js';
import type { Upload } from './upload.js';

/** The uploads of a person into a bucket that were interrupted, as the tray offers them. */
export class LeftBehind {
  private interrupted: readonly Interrupted[] = [];
  private person = '';
  private shown = 0;

  constructor(
    private readonly console: Console,
    private readonly choose: (kind: 'files' | 'folder') => void,
  ) {}

  async look(person: string, bucketId: string): Promise<void> {
    const look = ++this.shown;
    const found = await Interrupted.all(person, bucketId, this.console.renew);
    if (look !== this.shown) return; // the person has moved on
    this.person = person;
    this.offer(found);
  }

  hide(): void {
    this.shown++;
    tray().resumption = undefined;
  }

  /** Goes on with those whose files are given again. */
  async resumeWith(collected: Collected): Promise<{ again: Upload[]; rest: Collected }> {
    const again: Upload[] = [];
    const left: Interrupted[] = [];
    let rest: readonly Picked[] = collected.picked;
    for (const each of this.interrupted) {
      const { upload, rest: others } = await each.resumeWith(rest);
      rest = others;
      if (upload) again.push(upload);
      else if (!each.ended) left.push(each);
    }
    this.offer(left);
    return { again, rest: { picked: [...rest], refused: collected.refused } };
  }

  private resumeByItself(): void {
    const { interrupted } = this;
    tray().gather(async (signal, say) => {
      const beginning = new Beginning(this.console, this.person, signal, say);
      const uploads = await Promise.all(interrupted.map((each) => each.resumeByHandles(beginning)));
      this.offer(interrupted.filter((each, i) => !uploads[i] && !each.ended));
      return uploads.filter((upload) => upload !== undefined);
    });
  }

  private async discard(which: Interrupted): Promise<void> {
    const { shown } = this;
    if (!(await askDiscard(which.name))) return;
    if (shown === this.shown) this.offer(this.interrupted.filter((each) => each !== which));
    await which.discard();
  }

  private offer(interrupted: readonly Interrupted[]): void {
    this.interrupted = interrupted;
    tray().resumption =
      interrupted.length === 0
        ? undefined
        : {
            interrupted,
            byItself: interrupted.every((each) => each.opensByItself),
            resume: () => this.resumeByItself(),
            choose: this.choose,
            discard: (which) => void this.discard(which),
          };
  }
}
