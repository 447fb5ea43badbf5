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
    ${item.ended
      ? nothing
      : html`<vaadin-button theme="tertiary icon small" aria-label="Cancel ${item.key}" title="Cancel" @click=${() => queue.cancel(item)}>
          <vaadin-icon icon="vaadin:close-small"></vaadin-icon>
        </vaadin-button>`}
    ${item.state === 'sending' ? html`<span class="sent" style="width:${share(item) * 100}%"></span>` : nothing}
    ${item.state === 'failed' ? why(item.problem) : nothing}
  </li>
`;

const named = (path: string) => html`<bdi class="name" title=${visible(path)}>${visible(path)}</bdi>`;
const why = (reason: string) => html`<span class="why">${reason}</span>`;
const share = (item: Item): number => (item.content.size === 0 ? 0 : item.sentBytes / item.content.size);

function stateOf(item: Item): string {
  switch (item.state) {
    case 'waiting':
      return bytes(item.content.size);
    case 'sending':
      return item.content.size === 0 ? 'sending' : `${Math.floor(share(item) * 100)} %`;
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
