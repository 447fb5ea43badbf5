/* The page that asks for files: sends them by the same means as the console, and draws less. */
import { collect, given, type Source } from '../components/uploader/collect.js';
import { workBy } from '../components/uploader/carrier.js';
import { Plan, type Ticket } from '../components/uploader/plan.js';
import { Queue } from '../components/uploader/queue.js';
import { Upload } from '../components/uploader/upload.js';
import { SentFiles } from './sent-files.js';

interface Begun {
  readonly id: string;
  readonly ticket: string;
  readonly prefix: string;
}

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const form = find<HTMLFormElement>('request');
const { base, worker } = form.dataset as { base: string; worker: string };
const drop = find('drop');
const queue = new Queue();
const sent = new SentFiles(queue);

/** Each choice gets a folder of its own, so no name in it is taken. */
async function send(source: Source): Promise<void> {
  if (source.length === 0) return;
  try {
    const { id, ticket, prefix } = await begin();
    const never = new AbortController().signal;
    const collected = await collect(source, prefix, never, (files) => sent.reading(files));
    const target = { bucketId: id, bucket: '', prefix };
    queue.add(Upload.of(target, new Plan({ uploadId: id, ticket }, 'goes on'), 'replace', collected));
  } catch (problem) {
    sent.broke(problem instanceof Error ? problem.message : String(problem));
  }
}

async function begin(): Promise<Begun> {
  const body = new URLSearchParams({ sender: find<HTMLInputElement>('sender').value });
  const answer = await fetch(`${base}/uploads`, { method: 'POST', body });
  if (!answer.ok) throw new Error('This link takes no more files. Ask who sent it.');
  return answer.json();
}

const rested = (): Promise<Ticket> => Promise.reject(new Error('This took a rest of more than an hour. Choose the files again.'));

workBy(worker);
Plan.renewBy(rested);
find('pick').addEventListener('click', () => find('files').click());
find('pick-folder').addEventListener('click', () => find('folder').click());
for (const input of [find<HTMLInputElement>('files'), find<HTMLInputElement>('folder')])
  input.addEventListener('change', () => {
    void send(Array.from(input.files ?? []));
    input.value = '';
  });
find('retry').addEventListener('click', () => queue.retryFailed());
window.addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.classList.add('over');
});
window.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) drop.classList.remove('over');
});
window.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  if (event.dataTransfer) void send(given(event.dataTransfer));
});
form.hidden = false;
