import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Item } from './item.js';
import type { Queue } from './queue.js';
import { bytes, count, visible } from './words.js';

/** More would cost the browser more than the person can read. */
const MOST = 200;

/** The files that matter now. */
export function rows(queue: Queue): TemplateResult {
  const refused = queue.refused.slice(0, MOST / 2);
  const shown = queue.notable(MOST - refused.length);
  const hidden = queue.tally.total - shown.length;
  return html`
    <ul class="rows" tabindex="0" aria-label="Files">
      ${refused.map(
        ({ name, reason }) => html`<li class="failed">${named(name)}<span class="state">not sent</span>${why(reason)}</li>`,
      )}
      ${repeat(shown, (item) => item, (item) => row(item, queue))}
      ${hidden > 0 ? html`<li class="more">and ${count(hidden)} more</li>` : nothing}
    </ul>
  `;
}

const row = (item: Item, queue: Queue) => html`
  <li class=${item.state}>
    ${named(item.key.slice(item.upload.target.prefix.length))}
    <span class="state">${stateOf(item)}</span>
    <span class="orders">
      ${item.state === 'paused' ? order('play', `Resume ${item.key}`, () => queue.resumeOne(item)) : nothing}
      ${item.state === 'sending' && item.isLarge
        ? order('pause', `Pause ${item.key}`, () => queue.pauseOne(item))
        : nothing}
      ${item.ended ? nothing : order('close-small', `Cancel ${item.key}`, () => queue.cancel(item))}
    </span>
    ${item.state === 'sending' ? html`<span class="sent" style="width:${share(item) * 100}%"></span>` : nothing}
    ${item.state === 'failed' ? why(item.problem) : nothing}
  </li>
`;

const order = (icon: string, name: string, act: () => void) => html`
  <vaadin-button theme="tertiary icon small" aria-label=${name} title=${name} @click=${act}>
    <vaadin-icon icon="vaadin:${icon}"></vaadin-icon>
  </vaadin-button>
`;

const named = (path: string) => html`<bdi class="name" title=${visible(path)}>${visible(path)}</bdi>`;
const why = (reason: string) => html`<span class="why">${reason}</span>`;
const share = (item: Item): number => (item.size === 0 ? 0 : item.sentBytes / item.size);
const percent = (item: Item): string => `${Math.floor(share(item) * 100)} %`;

function stateOf(item: Item): string {
  switch (item.state) {
    case 'waiting':
      return bytes(item.size);
    case 'sending':
      return item.size === 0 ? 'sending' : percent(item);
    case 'paused':
      return item.sentBytes > 0 ? `paused at ${percent(item)}` : 'paused';
    case 'done':
      return 'done';
    case 'skipped':
      return 'already there';
    case 'failed':
      return 'failed';
    case 'cancelled':
      return 'cancelled';
  }
}
