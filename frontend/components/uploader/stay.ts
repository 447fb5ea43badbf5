import { Plan } from './plan.js';

/** Where the console sends a page whose session has ended by itself; see EndedSessions. */
const ENDED = '/signed-out?ended';

/**
 * Keeps a page whose session has ended, by time or with the process that held it, as long as it is busy: a ticket
 * outlives the session. It leaves when it is told to, not at the end: what has come of the upload is still to be read.
 * Whoever signs out is let go. A browser that can't be told asks the person.
 */
export function stayWhile(busy: () => boolean, ended: () => void): { readonly signedOut: boolean; leave(): void } {
  const navigation = window.navigation as Navigation | undefined; // not every browser has it
  let afterwards: string | undefined;
  navigation?.addEventListener('navigate', (event) => {
    const { url } = event.destination;
    if (!busy() || !url.endsWith(ENDED)) return;
    event.preventDefault();
    Plan.notBy(); // nobody answers there any more
    afterwards = url;
    ended();
  });
  return {
    get signedOut() {
      return afterwards !== undefined;
    },
    leave: () => afterwards && window.location.assign(afterwards),
  };
}
