import { Announcer } from '../components/uploader/announcer.js';
import type { Item } from '../components/uploader/item.js';
import type { Queue } from '../components/uploader/queue.js';
import { bytes, duration, files, visible } from '../components/uploader/words.js';
import { Speed } from '../components/uploader/speed.js';

const DRAW_MS = 250;
const MOST_ROWS = 200;

/** How far a page's files are: a bar, a sentence, and a row for each that is worth one. */
export class SentFiles {
  private readonly summary = document.querySelector('#summary')!;
  private readonly bar = document.querySelector<HTMLProgressElement>('#bar')!;
  private readonly retry = document.querySelector<HTMLElement>('#retry')!;
  private readonly list = document.querySelector('#list')!;
  private readonly announcer: Announcer;
  private readonly speed = new Speed();
  private drawing = 0;

  constructor(private readonly queue: Queue) {
    this.announcer = new Announcer(queue, document.querySelector('main')!);
    for (const what of ['change', 'stop']) queue.addEventListener(what, () => this.draw());
    queue.addEventListener('end', () => this.rest());
  }

  reading(found: number): void {
    this.say(`Reading: ${files(found)} found`);
  }

  /** Before anything was sent. */
  broke(problem: string): void {
    this.say(problem);
    this.announcer.fail(problem);
  }

  private say(words: string): void {
    document.querySelector<HTMLElement>('#progress')!.hidden = false;
    this.summary.textContent = words;
  }

  private draw(): void {
    if (this.queue.tally.open > 0) this.drawing ||= window.setInterval(() => this.paint(), DRAW_MS);
    this.paint();
  }

  private rest(): void {
    clearInterval(this.drawing);
    this.drawing = 0;
    this.paint();
  }

  private paint(): void {
    const { tally, sentBytes, failed, refused } = this.queue;
    this.bar.value = tally.share(sentBytes);
    this.bar.hidden = tally.open === 0;
    this.retry.hidden = tally.open > 0 || failed.length === 0;
    this.say(tally.open > 0 ? this.going(sentBytes) : this.ended());
    const refusals = refused.map(({ name, reason }) => row(name, reason, true));
    const items = this.queue.notable(MOST_ROWS).map((item) => row(item.identity.path, state(item), item.state === 'failed'));
    this.list.replaceChildren(...[...refusals, ...items].slice(0, MOST_ROWS));
  }

  private going(sentBytes: number): string {
    const { tally } = this.queue;
    this.speed.add(tally.bytes.done + sentBytes);
    const left = (tally.openBytes - sentBytes) / this.speed.bytesPerSecond;
    const time = Number.isFinite(left) ? ` About ${duration(left)} left.` : '';
    return `Sending: ${tally.files.done} of ${files(tally.total)} done.${time} Keep this page open.`;
  }

  private ended(): string {
    const { tally, refused } = this.queue;
    const total = tally.total + refused.length;
    const failed = tally.files.failed + refused.length;
    return `${tally.files.done} of ${files(total)} sent.${failed > 0 ? ` ${failed} failed.` : ' Thank you.'}`;
  }
}

function state({ state, problem, size, sentBytes }: Item): string {
  if (state === 'failed') return problem;
  return state === 'sending' && size > 0 ? `${bytes(sentBytes)} of ${bytes(size)}` : state;
}

function row(path: string, words: string, failed: boolean): HTMLElement {
  const line = document.createElement('li');
  const name = document.createElement('bdi');
  name.className = 'share-name';
  name.textContent = visible(path);
  const state = document.createElement('span');
  state.className = failed ? 'problem' : 'share-size';
  state.textContent = words;
  line.append(name, state);
  return line;
}
