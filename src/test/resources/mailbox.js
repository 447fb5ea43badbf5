// A new mail appears without a reload by hand.
const shown = Number(document.documentElement.dataset.count);
if (shown >= 0) {
  setInterval(async () => {
    const answer = await fetch('/api/mails').catch(() => null);
    if (answer?.ok && (await answer.json()).length !== shown) location.reload();
  }, 1500);
}
