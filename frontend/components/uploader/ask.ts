import '@vaadin/button/vaadin-button.js';
import { html, render } from 'lit';
import { count } from './words.js';
import type { Policy } from './upload.js';

/** Asks once, before anything is sent. Undefined: the person thought better of it. */
export function askPolicy(taken: readonly string[], more: boolean): Promise<Policy | undefined> {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.className = 'upload-question';
    const choose = (policy?: Policy) => () => {
      resolve(policy);
      dialog.close();
    };
    render(question(taken, more, choose), dialog);
    dialog.addEventListener('close', () => {
      resolve(undefined);
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

const question = (taken: readonly string[], more: boolean, choose: (policy?: Policy) => () => void) => html`
  <h2>${title(taken)}</h2>
  <p>${more ? 'This folder is too large to compare every name. ' : ''}What about files whose name is taken?</p>
  <dl>
    <dt>Skip</dt><dd>keeps what is stored and leaves the new one out.</dd>
    <dt>Keep both</dt><dd>stores the new one as “name (2)”.</dd>
    <dt>Replace</dt><dd>overwrites what is stored. This has no undo.</dd>
  </dl>
  <footer>
    <vaadin-button theme="tertiary" @click=${choose()}>Cancel</vaadin-button>
    <vaadin-button @click=${choose('replace')}>Replace</vaadin-button>
    <vaadin-button @click=${choose('keep-both')}>Keep both</vaadin-button>
    <vaadin-button theme="primary" autofocus @click=${choose('skip')}>Skip</vaadin-button>
  </footer>
`;

function title(taken: readonly string[]): string {
  const [first] = taken;
  if (!first) return 'Some names may be taken';
  const others = taken.length - 1;
  return others === 0 ? `“${first}” is already here` : `“${first}” and ${count(others)} more are already here`;
}
