const POLYNOMIAL = 0xedb88320;

/** Over bits: 32 columns. */
type Matrix = Uint32Array<ArrayBuffer>;

/**
 * The CRC-32 of a content from those of its parts, in base64 as S3 writes them: appending n zero bytes to a content is
 * a linear map of its remainder, here squared as often as n has bits.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1952#section-8
 */
export function combined(parts: readonly { readonly crc32: string; readonly size: number }[]): string {
  const shifts = new Map<number, Matrix>(); // nearly all parts have one size
  let whole = 0;
  for (const { crc32, size } of parts) {
    if (!shifts.has(size)) shifts.set(size, shiftBy(size));
    whole = (times(shifts.get(size)!, whole) ^ decoded(crc32)) >>> 0;
  }
  return encoded(whole);
}

function shiftBy(zeroBytes: number): Matrix {
  let shift = Uint32Array.from({ length: 32 }, (_, row) => 2 ** row);
  let power = byteShift();
  for (let left = zeroBytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) shift = product(power, shift);
    power = product(power, power);
  }
  return shift;
}

/** One zero byte: eight zero bits. Column by column, as the other maps. */
function byteShift(): Matrix {
  let bit = Uint32Array.from({ length: 32 }, (_, row) => (row === 0 ? POLYNOMIAL : 2 ** (row - 1)));
  for (let doubled = 0; doubled < 3; doubled++) bit = product(bit, bit);
  return bit;
}

const product = (after: Matrix, before: Matrix): Matrix =>
  before.map((column) => times(after, column)) as Matrix;

function times(map: Matrix, vector: number): number {
  let sum = 0;
  for (let row = 0; row < 32; row++) if ((vector >>> row) & 1) sum ^= map[row]!;
  return sum >>> 0;
}

const decoded = (base64: string): number =>
  new DataView(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)).buffer).getUint32(0);

function encoded(crc: number): string {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, crc);
  return btoa(String.fromCharCode(...bytes));
}
