import { askShort } from './ask.js';
import type { Picked } from './collect.js';
import type { Plan } from './plan.js';

const AT_ONCE = 1000;

interface Reserved {
  readonly problem?: { detail: string };
  readonly freeBytes?: number;
}

/** Keeps room for all files before the first is sent; when it is short the person decides. False: send nothing. */
export async function reserve(
  plan: Plan,
  picked: readonly Picked[],
  signal: AbortSignal,
  checked: (files: number) => void,
): Promise<boolean> {
  let kept = 0;
  for (let at = 0; at < picked.length; at += AT_ONCE) {
    const batch = picked.slice(at, at + AT_ONCE);
    const files = batch.map(({ key, content }) => ({ key, size: content.size }));
    const { problem, freeBytes = 0 } = await plan.ask<Reserved>('reserve', { files }, signal);
    if (problem) {
      if (!(await askShort(problem.detail, sum(picked), kept + freeBytes))) return false;
      plan.sendWhatFits();
      return true;
    }
    kept += sum(batch);
    checked(at + batch.length);
  }
  return true;
}

const sum = (picked: readonly Picked[]): number => picked.reduce((bytes, { content }) => bytes + content.size, 0);
