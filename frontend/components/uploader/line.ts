import type { Item } from './item.js';

/**
 * Files whose turn has not come, in two lines: a small one does not wait until a large one has gone, nor a large one for
 * thousands of small ones. Who has ended or rests meanwhile stays in it: whoever takes them looks.
 */
export class Line {
  /** The next is the last, where taking it costs nothing. */
  private small: Item[] = [];
  private large: Item[] = [];

  get length(): number {
    return this.small.length + this.large.length;
  }

  /** Behind all others. */
  add(items: readonly Item[]): void {
    const reversed = items.toReversed();
    this.small = reversed.filter(({ isLarge }) => !isLarge).concat(this.small);
    this.large = reversed.filter(({ isLarge }) => isLarge).concat(this.large);
  }

  /** Before all others. */
  putBack(item: Item): void {
    (item.isLarge ? this.large : this.small).push(item);
  }

  takeSmall(): Item | undefined {
    return this.small.pop();
  }

  takeLarge(): Item | undefined {
    return this.large.pop();
  }

  /** The next of both. */
  next(most: number): Item[] {
    return [...this.large.slice(-most).reverse(), ...this.small.slice(-most).reverse()];
  }
}
