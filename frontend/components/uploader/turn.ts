const NAME = 'bramble-uploads';

/** Of all the pages of this browser one sends; the others wait until it has done, pauses, or is gone. */
export class Turn {
  held = false;
  private asked = false;
  private release = (): void => undefined;

  constructor(private readonly mine: () => void) {}

  /** Somebody else has it. */
  get waits(): boolean {
    return this.asked && !this.held;
  }

  ask(): void {
    if (this.asked) return;
    this.asked = true;
    void navigator.locks.request(NAME, () => {
      if (!this.asked) return undefined; // given up meanwhile
      this.held = true;
      this.mine();
      return new Promise<void>((resolve) => (this.release = resolve));
    });
  }

  giveUp(): void {
    this.asked = false;
    this.held = false;
    this.release();
  }
}
