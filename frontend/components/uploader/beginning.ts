import { askPolicy } from './ask.js';
import type { Collected } from './collect.js';
import type { Console, Start } from './console.js';
import { remember } from './memory.js';
import { Plan } from './plan.js';
import { reserve } from './reserve.js';
import { type Policy, type Target, Upload } from './upload.js';
import { count, files } from './words.js';

/** From what was found to an upload. All that is asked is asked here, before the first byte. */
export class Beginning {
  constructor(
    private readonly console: Console,
    private readonly person: string,
    private readonly signal: AbortSignal,
    private readonly say: (words: string) => void,
  ) {}

  /**
   * Undefined: the person thought better of it.
   *
   * @param names the first names below the folder
   * @param roots what may be opened again later
   * @param known the answer to what to do about names that are taken, if it is not to be asked
   */
  async begin(
    target: Target,
    collected: Collected,
    names: string[],
    roots: readonly FileSystemHandle[],
    known?: Policy,
  ): Promise<Upload | undefined> {
    const start = await this.console.prepare(target.prefix, names);
    const plan = new Plan(start);
    try {
      const policy = await this.agree(start, plan, collected, known);
      this.signal.throwIfAborted();
      if (!policy) return void (await plan.finish());
      const upload = Upload.of(target, plan, policy, collected);
      await remember(upload.items, { id: plan.uploadId, person: this.person, target, policy, roots });
      return upload;
    } catch (error) {
      await plan.finish();
      throw error;
    }
  }

  private async agree(
    { taken, more, keepsVersions }: Start,
    plan: Plan,
    { picked }: Collected,
    known?: Policy,
  ): Promise<Policy | undefined> {
    this.say(`${files(picked.length)} found`);
    const policy = known ?? (taken.length > 0 || more ? await askPolicy(taken, more, keepsVersions) : 'skip');
    if (!policy) return undefined;
    const kept = (n: number) => this.say(`Room kept for ${count(n)} of ${files(picked.length)}`);
    return (await reserve(plan, picked, this.signal, kept)) ? policy : undefined;
  }
}
