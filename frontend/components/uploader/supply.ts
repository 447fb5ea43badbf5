import { type Cargo, carrier } from './carrier.js';
import { type Signed, signed } from './plan.js';

/** A part that may be sent. */
export interface Ready {
  readonly number: number;
  readonly cargo: Cargo;
  readonly leave: Signed;
}

export interface Wanted {
  readonly number: number;
  readonly crc32: string;
}

/** Asks Bramble for the URLs of parts, in the order given. */
type Signer = (parts: Wanted[]) => Promise<{ url: string; headers: Record<string, string> }[]>;

/** Only checksums and URLs wait, contents stay in their file: so this many cost nothing. */
const AHEAD = 16;
const SIGN_MOST = 50;

/** Hashes and signs the parts of one file ahead of those that send them, so that no connection waits for either. */
export class Supply {
  private readonly ahead: Promise<Ready>[] = [];
  private readonly wanted: (Wanted & { give: (leave: Signed) => void; fail: (error: unknown) => void })[] = [];
  private hashing: Promise<unknown> = Promise.resolve();
  private signing = false;

  constructor(
    private readonly pending: number[],
    private readonly part: (number: number) => Blob,
    private readonly signer: Signer,
    private readonly signal: AbortSignal,
  ) {}

  /** Undefined when all have been given out. */
  next(): Promise<Ready> | undefined {
    while (this.ahead.length < AHEAD && this.pending.length > 0) {
      const ready = this.prepare(this.pending.shift()!);
      ready.catch(() => undefined); // told to whom it is given
      this.ahead.push(ready);
    }
    return this.ahead.shift();
  }

  /** One after the other, that the first may leave while the next is read. */
  async prepare(number: number): Promise<Ready> {
    const reading = this.hashing.then(() => {
      this.signal.throwIfAborted();
      return carrier().read(this.part(number));
    });
    this.hashing = reading.catch(() => undefined);
    const cargo = await reading;
    return { number, cargo, leave: await this.sign(number, cargo) };
  }

  /** Those that are asked for while a call is under way are signed together by the next one. */
  sign(number: number, { crc32 }: Cargo): Promise<Signed> {
    return new Promise((give, fail) => {
      this.wanted.push({ number, crc32, give, fail });
      if (!this.signing) void this.signWanted();
    });
  }

  private async signWanted(): Promise<void> {
    this.signing = true;
    while (this.wanted.length > 0) {
      const batch = this.wanted.splice(0, SIGN_MOST);
      try {
        const answer = await this.signer(batch.map(({ number, crc32 }) => ({ number, crc32 })));
        batch.forEach(({ give }, i) => give(signed(answer[i]!.url, answer[i]!.headers)));
      } catch (error) {
        batch.forEach(({ fail }) => fail(error));
      }
    }
    this.signing = false;
  }
}
