import { html, nothing, type TemplateResult } from 'lit';
import type { Interrupted } from './interrupted.js';
import { bytes, count, files, visible } from './words.js';

/** What was interrupted, and how to go on. */
export interface Resumption {
  readonly interrupted: readonly Interrupted[];
  /** The browser can open them by itself. */
  readonly byItself: boolean;
  resume(): void;
  choose(kind: 'files' | 'folder'): void;
  discard(which: Interrupted): void;
}

export const interruptedTitle = ({ length }: readonly Interrupted[]): string =>
  length === 1 ? 'An upload was interrupted' : `${count(length)} uploads were interrupted`;

export function interruptedWords(interrupted: readonly Interrupted[]): string {
  const left = interrupted.reduce((sum, each) => sum + each.count, 0);
  return `${files(left)} of ${bytes(interrupted.reduce((sum, each) => sum + each.bytes, 0))} left`;
}

/** @param titled whether nothing above says what this is about */
export const interruptedRows = ({ interrupted, byItself, resume, choose, discard }: Resumption, titled: boolean) => html`
  <div class="interrupted">
    ${titled ? html`<p><strong>${interruptedTitle(interrupted)}</strong></p>` : nothing}
    <ul aria-label="Interrupted uploads">${interrupted.map((each) => row(each, () => discard(each)))}</ul>
    <p>
      ${byItself
        ? 'The browser asks once whether it may read them again.'
        : 'Choose the same files or folder again, or drop them here: what has arrived is not sent twice.'}
    </p>
    <div>
      ${byItself
        ? html`<vaadin-button theme="primary small" @click=${resume}>Resume</vaadin-button>`
        : html`<vaadin-button theme="primary small" @click=${() => choose('files')}>Choose files</vaadin-button>
            <vaadin-button theme="small" @click=${() => choose('folder')}>Choose folder</vaadin-button>`}
    </div>
  </div>
`;

function row(interrupted: Interrupted, discard: () => void): TemplateResult {
  const name = visible(interrupted.name);
  return html`<li>
    <span>
      <bdi class="name" title=${name}>${name}</bdi>
      <span class="state">${interruptedWords([interrupted])}${into(interrupted)}</span>
    </span>
    <vaadin-button theme="tertiary small" aria-label="Discard ${name}" @click=${discard}>Discard</vaadin-button>
  </li>`;
}

const into = ({ record: { target } }: Interrupted): string => (target.prefix ? `, into ${visible(target.prefix)}` : '');
