/* The page of a shared folder: everything below it as one archive, by the same means as in the console. */
import { Spoken } from '../components/spoken.js';
import type { Entry, Source } from '../components/zip/archive.js';
import { Packing } from '../components/zip/packing.js';

const INSTEAD = 'Open a folder further down and take that, or take files one by one.';

/** Each file is asked for by its link, so that it is counted, and leads to the store. */
class SharedFolder implements Source {
  constructor(
    private readonly base: string,
    private readonly path: string,
  ) {}

  async list(from: string | null): Promise<{ entries: Entry[]; next: string | null }> {
    const answer = await fetch(`${this.base}/entries?${query({ path: this.path, ...(from === null ? {} : { after: from }) })}`);
    if (!answer.ok) throw new Error('the link does not work any more');
    return answer.json();
  }

  sign(keys: string[]): Promise<string[]> {
    return Promise.resolve(keys.map((key) => `${this.base}/file?${query({ path: key })}`));
  }
}

const query = (values: Record<string, string>): string => new URLSearchParams(values).toString();

const form = document.querySelector<HTMLElement>('#zip')!;
const [start, stop] = form.querySelectorAll('button') as unknown as [HTMLButtonElement, HTMLButtonElement];
const said = form.querySelector('p')!;
const spoken = new Spoken(form);
let packing: Packing | undefined;

async function pack(): Promise<void> {
  const { base = '', path = '', name = '' } = form.dataset;
  const say = (words: string, going: boolean) => {
    said.textContent = words;
    start.hidden = going;
    stop.hidden = !going;
  };
  packing = new Packing(new SharedFolder(base, path), { below: path, name, instead: INSTEAD }, say, spoken);
  await packing.run();
}

start.addEventListener('click', () => void pack());
stop.addEventListener('click', () => packing?.stop());
form.hidden = false;
