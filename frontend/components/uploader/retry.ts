/** Milliseconds before each further try. */
export const DELAYS: readonly number[] = [1000, 2000, 4000, 8000, 16000];

/** For Bramble itself, which may be restarted: some ten minutes, and always again soon. */
export const PATIENT: readonly number[] = [500, 1000, 2000, 4000, 8000];
export const MOST_PATIENT = 80;

/** Waits for its turn, spread so that many files do not come back at once; then until there is a network. */
export async function backoff(attempt: number, signal: AbortSignal, delays = DELAYS): Promise<void> {
  await sleep(delays[Math.min(attempt, delays.length - 1)]! * (0.75 + Math.random() / 2), signal);
  await online(signal);
}

export function online(signal: AbortSignal): Promise<void> {
  if (navigator.onLine) return Promise.resolve();
  return until(signal, (done) => {
    window.addEventListener('online', done, { once: true });
    return () => window.removeEventListener('online', done);
  });
}

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  until(signal, (done) => {
    const timer = setTimeout(done, ms);
    return () => clearTimeout(timer);
  });

function until(signal: AbortSignal, start: (done: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = start(() => {
      signal.removeEventListener('abort', aborted);
      resolve();
    });
    const aborted = () => {
      stop();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', aborted, { once: true });
  });
}
