import { backoff, DELAYS } from './retry.js';

/** A bearer for one upload alone. It outlives the page's session and a restart of Bramble. */
export interface Ticket {
  readonly uploadId: string;
  readonly ticket: string;
}

export interface Wish {
  readonly key: string;
  readonly size: number;
  readonly type: string;
}

/** Where one file may be sent, and until when (milliseconds of the epoch). */
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

/** The ticket is no longer good; the message says what to do. */
export class PlanEnded extends Error {}

interface Answer {
  readonly files: readonly {
    key: string;
    url?: string;
    headers?: Record<string, string>;
    problem?: { type: string; detail: string };
  }[];
}

const OF_THIS_FILE = new Set(['urn:bramble:problem:validation']);

/**
 * Signs files in the order given.
 *
 * @throws PlanEnded when the ticket is no longer good, with what to tell the person
 */
export async function sign(ticket: Ticket, wishes: Wish[], signal: AbortSignal): Promise<Leave[]> {
  const response = await post(ticket, 'files', { files: wishes }, signal);
  const answer = (await response.json()) as Answer;
  return answer.files.map((file) =>
    file.url
      ? { url: file.url, headers: file.headers ?? {}, freshUntil: expiry(file.url) }
      : { refusal: file.problem!.detail, endsUpload: !OF_THIS_FILE.has(file.problem!.type) },
  );
}

/** Says that nothing more will come; what was reserved is let go. The page may be closing. */
export async function complete(ticket: Ticket): Promise<void> {
  await fetch(`/api/v1/uploads/${ticket.uploadId}/complete`, { ...request(ticket), keepalive: true }).catch(() => {});
}

async function post(ticket: Ticket, what: string, body: unknown, signal: AbortSignal): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const response = await fetch(`/api/v1/uploads/${ticket.uploadId}/${what}`, {
      ...request(ticket),
      body: JSON.stringify(body),
      signal,
    }).catch((error: unknown) => {
      if (signal.aborted) throw error;
      return undefined;
    });
    if (response?.ok) return response;
    if (response && response.status < 500 && response.status !== 429) throw new PlanEnded(await detail(response));
    if (attempt === DELAYS.length) throw new PlanEnded('Bramble does not answer. Retry when it is back.');
    await backoff(attempt, signal);
  }
}

const request = (ticket: Ticket): RequestInit => ({
  method: 'POST',
  credentials: 'omit',
  headers: { authorization: `Bearer ${ticket.ticket}`, 'content-type': 'application/json' },
});

async function detail(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => ({}))) as { detail?: string };
  return problem.detail ?? `Bramble refused the upload (${response.status}).`;
}

/** A minute less than signed for, so that a request is not overtaken on its way. */
function expiry(url: string): number {
  const seconds = Number(new URL(url).searchParams.get('X-Amz-Expires') ?? 900);
  return Date.now() + Math.max(5, seconds - 60) * 1000;
}
