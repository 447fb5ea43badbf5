/* What a person reads about uploads. */

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
const whole = new Intl.NumberFormat('en');

export const count = (n: number): string => whole.format(n);

export const files = (n: number): string => `${count(n)} ${n === 1 ? 'file' : 'files'}`;

/** Files and empty folders. */
export const items = (n: number): string => `${count(n)} ${n === 1 ? 'item' : 'items'}`;

/** Three significant digits, binary units: 4.20 MiB, 12.0 KiB, 1,013 B. */
export function bytes(n: number): string {
  let unit = 0;
  let value = n;
  while (unit < UNITS.length - 1 && rounded(value) >= 1024) {
    value /= 1024;
    unit++;
  }
  const digits = unit === 0 ? 0 : value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${value.toLocaleString('en', format)} ${UNITS[unit]}`;
}

const rounded = (value: number): number => (value >= 1000 ? Math.round(value) : Number(value.toPrecision(3)));

export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A name as it is, with the characters made visible that would hide or reorder it. */
export function visible(name: string): string {
  return name.replace(/[\u0000-\u001f\u007f\u0080-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (c) => {
    const code = c.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}
