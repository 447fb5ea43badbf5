import { backoff, MOST_PATIENT, PATIENT } from './retry.js';

/** What the console gives: a bearer for one upload alone. It outlives the page's session and a restart of Bramble. */
export interface Ticket {
  readonly uploadId: string;
  readonly ticket: string;
}

/** Asks the console, where somebody is signed in, for another ticket; rejects with what to tell the person. */
export type Renewal = (uploadId: string) => Promise<Ticket>;

export interface Wish {
  readonly key: string;
  readonly size: number;
  readonly type: string;
}

/** Where something may be sent, and until when (milliseconds of the epoch). */
export interface Signed {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly freshUntil: number;
}

/** Why a file may not be sent. One that ends the upload holds for every other file of it too. */
export interface Refused {
  readonly refusal: string;
  readonly endsUpload: boolean;
}

export type Leave = Signed | Refused;

/** The upload cannot go on; the message says what to do. */
export class PlanEnded extends Error {}

/** Bramble does not know the file in parts, any more or yet. */
export class Unknown extends Error {}

interface Problem {
  readonly type: string;
  readonly detail: string;
}

const FORBIDDEN = 'urn:bramble:problem:forbidden';
const OF_THIS_FILE = new Set(['urn:bramble:problem:validation']);

/** The way to Bramble for one upload. */
export class Plan {
  private static renewal: Renewal | undefined;
  readonly uploadId: string;
  private ticket: string;
  private renewing: Promise<void> | undefined;

  /** @param refusal whether what Bramble has no room for ends the upload, or smaller files may still fit */
  constructor(
    { uploadId, ticket }: Ticket,
    private refusal: 'ends' | 'goes on' = 'ends',
  ) {
    this.uploadId = uploadId;
    this.ticket = ticket;
  }

  /** Whoever can reach the console just now. */
  static renewBy(renewal: Renewal): void {
    Plan.renewal = renewal;
  }

  /** @param renewal only if it is still this one; whichever it is, without */
  static notBy(renewal = Plan.renewal): void {
    if (Plan.renewal === renewal) Plan.renewal = undefined;
  }

  /** The person knows that not all has room: each file that has none is refused by itself. */
  sendWhatFits(): void {
    this.refusal = 'goes on';
  }

  /** Signs files in the order given. */
  async sign(files: Wish[], signal: AbortSignal): Promise<Leave[]> {
    interface Answer {
      readonly files: readonly { url?: string; headers?: Record<string, string>; problem?: Problem }[];
    }
    const answer = await this.ask<Answer>('files', { files }, signal);
    return answer.files.map(({ url, headers, problem }) => (url ? signed(url, headers) : this.refused(problem!)));
  }

  refused({ type, detail }: Problem): Refused {
    return { refusal: detail, endsUpload: this.refusal === 'ends' && !OF_THIS_FILE.has(type) };
  }

  /**
   * Asks until there is an answer.
   *
   * @throws PlanEnded when there will be none
   * @throws Unknown when what was asked about does not exist
   */
  async ask<T>(what: string, body: unknown, signal: AbortSignal): Promise<T> {
    let mayRenew = true;
    for (let attempt = 0; attempt < MOST_PATIENT; attempt++) {
      const response = await this.send(what, body, signal);
      if (response?.ok) return (response.status === 204 ? undefined : await response.json()) as T;
      if (response?.status === 404) throw new Unknown();
      if (response && response.status < 500 && response.status !== 429) {
        const problem = await problemOf(response);
        if (problem.type !== FORBIDDEN || !mayRenew) throw new PlanEnded(problem.detail);
        mayRenew = false;
        await this.renew();
      } else await backoff(attempt, signal, PATIENT);
    }
    throw new PlanEnded('Bramble does not answer. Retry when it is back.');
  }

  /** Says that nothing more will come; what was reserved is let go. The page may be closing. */
  async finish(): Promise<void> {
    await fetch(this.at('complete'), { ...this.request('{}'), keepalive: true }).catch(() => undefined);
  }

  private send(what: string, body: unknown, signal: AbortSignal): Promise<Response | undefined> {
    return fetch(this.at(what), { ...this.request(JSON.stringify(body)), signal }).catch((error: unknown) => {
      if (signal.aborted) throw error;
      return undefined;
    });
  }

  private renew(): Promise<void> {
    this.renewing ??= this.renewNow().finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  private async renewNow(): Promise<void> {
    if (!Plan.renewal) throw new PlanEnded('This took a rest of more than an hour. Open a bucket, then choose Retry.');
    const { ticket } = await Plan.renewal(this.uploadId).catch((error: unknown) => {
      throw new PlanEnded(error instanceof Error ? error.message : String(error));
    });
    this.ticket = ticket;
  }

  private at(what: string): string {
    return `/api/v1/uploads/${this.uploadId}/${what}`;
  }

  private request(body: string): RequestInit {
    return {
      method: 'POST',
      credentials: 'omit',
      headers: { authorization: `Bearer ${this.ticket}`, 'content-type': 'application/json' },
      body,
    };
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return { type: problem.type ?? '', detail: problem.detail ?? `Bramble refused the upload (${response.status}).` };
}

/** Fresh until a minute before it expires, so that a request is not overtaken on its way. */
export function signed(url: string, headers: Record<string, string> = {}): Signed {
  const seconds = Number(new URL(url).searchParams.get('X-Amz-Expires') ?? 900);
  return { url, headers, freshUntil: Date.now() + Math.max(5, seconds - 60) * 1000 };
}
