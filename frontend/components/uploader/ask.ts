import '@vaadin/button/vaadin-button.js';
import { html, render, type TemplateResult } from 'lit';
import { bytes, count, visible } from './words.js';
import type { Policy } from './upload.js';

/** Asks once, before anything is sent. Undefined: the person thought better of it. */
export const askPolicy = (taken: readonly string[], more: boolean, keepsVersions: boolean): Promise<Policy | undefined> =>
  ask<Policy>((choose) => question(taken, more, keepsVersions, choose));

/** There is not enough room: nothing, or what fits? */
export const askShort = (message: string, neededBytes: number, freeBytes: number): Promise<true | undefined> =>
  ask<true>((choose) => shortage(message, neededBytes, freeBytes, choose));

/** @param open what has not ended, "3 files" */
export const askCancel = (open: string): Promise<true | undefined> =>
  ask<true>((choose) => sure(`Cancel ${open}?`, 'Cancel uploads', 'Keep on', choose));

export const askDiscard = (name: string): Promise<true | undefined> =>
  ask<true>((choose) => sure(`Discard the upload of “${visible(name)}”?`, 'Discard', 'Keep it', choose));

type Choose<T> = (choice?: T) => () => void;

function ask<T>(content: (choose: Choose<T>) => TemplateResult): Promise<T | undefined> {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.className = 'upload-question';
    const choose = (choice?: T) => () => {
      resolve(choice);
      dialog.close();
    };
    render(content(choose), dialog);
    dialog.addEventListener('close', () => {
      resolve(undefined);
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

const shortage = (message: string, needed: number, free: number, choose: Choose<true>) => html`
  <h2>Not enough room</h2>
  <p>These files need ${bytes(needed)}, but only ${bytes(free)} are free. ${message}</p>
  <p>Nothing has been sent yet.</p>
  <footer>
    <vaadin-button @click=${choose(true)}>Send what fits</vaadin-button>
    <vaadin-button theme="primary" autofocus @click=${choose()}>Cancel</vaadin-button>
  </footer>
`;

const sure = (title: string, verb: string, no: string, choose: Choose<true>) => html`
  <h2>${title}</h2>
  <p>What has arrived of files that are not complete is removed. Files that are stored stay.</p>
  <footer>
    <vaadin-button @click=${choose(true)}>${verb}</vaadin-button>
    <vaadin-button theme="primary" autofocus @click=${choose()}>${no}</vaadin-button>
  </footer>
`;

const question = (taken: readonly string[], more: boolean, keepsVersions: boolean, choose: Choose<Policy>) => html`
  <h2>${title(taken)}</h2>
  <p>${more ? 'This folder is too large to compare every name. ' : ''}What about files whose name is taken?</p>
  <dl>
    <dt>Skip</dt><dd>keeps what is stored and leaves the new one out.</dd>
    <dt>Keep both</dt><dd>stores the new one as “name (2)”.</dd>
    <dt>Replace</dt>
    <dd>${keepsVersions ? 'stores the new one in its place; the old version stays.' : 'overwrites what is stored. This has no undo.'}</dd>
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
