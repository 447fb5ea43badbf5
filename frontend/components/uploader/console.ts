import { PlanEnded, type Ticket } from './plan.js';

/** What the server answers: a ticket, and which of the names are taken; or why not. */
export interface Start extends Ticket {
  readonly taken: string[];
  readonly more: boolean;
  /** What is replaced stays as an old version. */
  readonly keepsVersions: boolean;
}

export type Answer<T> = T | { readonly problem: string; readonly ended?: boolean };

/** The methods of the element's other half. They answer by its `answer`, with the request's number. */
export interface Server {
  prepare(request: number, folder: string, names: string[]): void;
  renew(request: number, uploadId: string): void;
  arrived(): void;
}

/** Questions to whoever is signed in, each with one answer. */
export class Console {
  private readonly asked = new Map<number, (answer: Answer<never>) => void>();
  private last = 0;

  constructor(private readonly server: () => Server) {}

  /** Begins an upload. */
  prepare(folder: string, names: string[]): Promise<Start> {
    return this.ask<Start>((request) => this.server().prepare(request, folder, names));
  }

  readonly renew = (uploadId: string): Promise<Ticket> =>
    this.ask<Ticket>((request) => this.server().renew(request, uploadId));

  answer(request: number, answer: Answer<never>): void {
    this.asked.get(request)?.(answer);
    this.asked.delete(request);
  }

  /** @throws what the server says against it */
  private async ask<T extends object>(question: (request: number) => void): Promise<T> {
    const request = ++this.last;
    const answer = await new Promise<Answer<T>>((resolve) => {
      this.asked.set(request, resolve);
      question(request);
    });
    if ('problem' in answer) throw answer.ended ? new PlanEnded(answer.problem) : new Error(answer.problem);
    return answer;
  }
}
