// The pages work without this: it only adds a copy button to each block of code, which the arrow keys then scroll.
const announce = document.createElement('p');
announce.setAttribute('role', 'status');
announce.className = 'skip';
document.body.append(announce);

for (const block of document.querySelectorAll('pre')) {
  block.tabIndex = 0;
  if (!navigator.clipboard) continue;
  const frame = document.createElement('div');
  frame.className = 'copied';
  frame.dataset.language = block.firstElementChild?.className.replace('language-', '') ?? '';
  block.replaceWith(frame);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(block.innerText);
    button.textContent = announce.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; announce.textContent = ''; }, 2000);
  });
  frame.append(block, button);
}
