/** For ears only. Set by script, since what a page's policy lets in as a style differs from page to page. */
const UNSEEN = 'clip-path: inset(50%); height: 1px; inset-block-start: 0; overflow: hidden; position: absolute; width: 1px;';
const APART_MS = 10_000;

/**
 * Tells those who listen how a work goes: start, each tenth but ten seconds apart at least, and end politely, a failure
 * at once. Counters beside it change as they like, since nobody reads them out.
 */
export class Spoken {
  private readonly polite = region('status');
  private readonly urgent = region('alert');
  private tenth = -1;
  private lastAt = -Infinity;

  constructor(place: Element) {
    place.append(this.polite, this.urgent);
  }

  start(words: string): void {
    this.urgent.textContent = '';
    this.tell(0, words);
  }

  /** @param share of what is to do, 0 to 1 */
  progress(share: number, words: (percent: number) => string): void {
    const tenth = Math.floor(share * 10);
    if (tenth <= this.tenth || performance.now() - this.lastAt < APART_MS) return;
    this.tell(tenth, words(tenth * 10));
  }

  /** What comes after it is a new work. */
  end(words: string): void {
    this.polite.textContent = words;
    this.tenth = -1;
    this.lastAt = -Infinity;
  }

  fail(words: string): void {
    this.urgent.textContent = words;
  }

  private tell(tenth: number, words: string): void {
    this.polite.textContent = words;
    this.tenth = tenth;
    this.lastAt = performance.now();
  }
}

function region(role: string): HTMLElement {
  const made = document.createElement('div');
  made.setAttribute('role', role);
  made.style.cssText = UNSEEN;
  return made;
}
