// A click on an element with data-copy copies that text, shows it for two seconds and says it to screen readers.

const SHOWN_MS = 2000;
const announcer = document.createElement('div');
announcer.setAttribute('role', 'status');
announcer.className = 'visually-hidden';
document.body.append(announcer);

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // refused, or the page came over plain HTTP
  }
}

document.addEventListener('click', async (event) => {
  const button = event.composedPath().find((part) => part instanceof HTMLElement && 'copy' in part.dataset) as HTMLElement;
  if (!button) return;
  const copied = await copy(button.dataset.copy!);
  announcer.textContent = copied ? 'Copied' : 'Your browser does not let this page copy. Select the text and copy it yourself.';
  button.toggleAttribute(copied ? 'copied' : 'not-copied', true);
  setTimeout(() => {
    announcer.textContent = '';
    button.removeAttribute('copied');
    button.removeAttribute('not-copied');
  }, SHOWN_MS);
});

export {};
