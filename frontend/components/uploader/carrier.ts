import { type Answer, type Order, WORKER } from './carrying.js';
import { PlanEnded } from './plan.js';

/** The file was changed or moved away since it was given: a browser keeps a reference, not a copy. */
export class Unreadable extends Error {}

const LOST = 'A part of this page did not load. Choose Retry; if that does not help, load the page anew.';

/** A content with its checksum. */
export interface Cargo {
  readonly content: Blob;
  readonly crc32: string;
}

export type Sent = Answer & { kind: 'sent' | 'broken' };

let begin = (): Worker => new Worker(new URL('./carrier-worker.ts', import.meta.url), { type: 'module', name: WORKER });

/** For pages whose scripts are built without Vaadin: by a script at this address, under the page's own policy. */
export function workBy(address: string): void {
  const loading = `import ${JSON.stringify(new URL(address, location.href).href)};`;
  const script = URL.createObjectURL(new Blob([loading], { type: 'text/javascript' }));
  begin = () => new Worker(script, { type: 'module', name: WORKER });
}

/** Reads, hashes and sends by one worker. */
class Carrier {
  private readonly worker = begin();
  private readonly told = new Map<number, (answer: Answer) => void>();
  private last = 0;

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<Answer>) => this.told.get(data.id)?.(data);
    this.worker.onerror = () => this.lost();
  }

  /** Its script did not load: a network that was away, or a page that is older than what the server has now. */
  private lost(): void {
    made = undefined;
    this.worker.terminate();
    this.told.forEach((tell, id) => tell({ kind: 'lost', id }));
  }

  /** @throws Unreadable, or PlanEnded where nothing can be read any more */
  async read(content: Blob): Promise<Cargo> {
    const answer = await this.ask('read', content);
    if (answer.kind !== 'read') throw new Unreadable();
    return { content, crc32: answer.crc32 };
  }

  /** In hexadecimal digits; for what fits into memory. Throws as {@link read}. */
  async md5(content: Blob): Promise<string> {
    const answer = await this.ask('md5', content);
    if (answer.kind !== 'md5') throw new Unreadable();
    return answer.md5;
  }

  private async ask(kind: 'read' | 'md5', content: Blob): Promise<Answer> {
    const id = ++this.last;
    const answer = await new Promise<Answer>((resolve) => {
      this.told.set(id, resolve);
      this.tell({ kind, id, content });
    });
    this.told.delete(id);
    if (answer.kind === 'lost') throw new PlanEnded(LOST);
    return answer;
  }

  /** @throws the signal's reason when aborted */
  send(
    content: Blob,
    url: string,
    headers: Record<string, string>,
    signal: AbortSignal,
    progress: (sentBytes: number) => void,
  ): Promise<Sent> {
    const id = ++this.last;
    return new Promise<Sent>((resolve, reject) => {
      signal.throwIfAborted();
      const abort = () => this.tell({ kind: 'abort', id });
      this.told.set(id, (answer) => {
        if (answer.kind === 'progress') return progress(answer.bytes);
        this.told.delete(id);
        signal.removeEventListener('abort', abort);
        if (signal.aborted) reject(signal.reason as Error);
        else if (answer.kind === 'sent' || answer.kind === 'broken') resolve(answer);
        else reject(new PlanEnded(LOST));
      });
      signal.addEventListener('abort', abort, { once: true });
      this.tell({ kind: 'send', id, content, url, headers });
    });
  }

  private tell(order: Order): void {
    this.worker.postMessage(order);
  }
}

let made: Carrier | undefined;

/** The one of this page, made when first needed. */
export const carrier = (): Carrier => (made ??= new Carrier());
