import type { Beginning } from './beginning.js';
import { Unreadable } from './carrier.js';
import { type Picked, type Refusal, topNames } from './collect.js';
import { abort } from './large-files.js';
import { checksumsOf, type FileRecord, filesOf, forgetUpload, interrupted, type UploadRecord } from './memory.js';
import { Plan, PlanEnded, type Renewal } from './plan.js';
import { type Reopened, unreadable, Upload } from './upload.js';
import { count } from './words.js';

/** An upload that a page did not bring to its end. */
export class Interrupted {
  /** Whether Bramble has forgotten it meanwhile: then its files are new ones. */
  ended = false;
  /** The person, or the browser for them, did not let it read the files again. */
  private refused = false;

  private constructor(
    readonly record: UploadRecord,
    private readonly files: readonly FileRecord[],
    private readonly renewal: Renewal,
  ) {}

  /** Those of a person into a bucket. */
  static async all(person: string, bucketId: string, renewal: Renewal): Promise<Interrupted[]> {
    const found: Interrupted[] = [];
    for (const record of await interrupted(person, bucketId)) {
      const files = await filesOf(record.id);
      if (files.length > 0) found.push(new Interrupted(record, files, renewal));
      else await forgetUpload(record.id);
    }
    return found;
  }

  get count(): number {
    return this.files.length;
  }

  /** What a person knows it by: the first of what was given. */
  get name(): string {
    const names = topNames(this.record.roots);
    const tops = names.length > 0 ? names : [...new Set(this.files.map(({ path }) => path.replace(/\/.*/s, '/')))];
    const others = tops.length > 1 ? ` and ${count(tops.length - 1)} more` : '';
    return tops[0]!.replace(/\/$/, '') + others;
  }

  get bytes(): number {
    return this.files.reduce((sum, { size }) => sum + size, 0);
  }

  /** Whether it goes on without a person who chooses its files again. */
  get opensByItself(): boolean {
    return this.record.roots.length > 0 && !this.refused;
  }

  /** Goes on with what the browser may still open. To be called while the person clicks; undefined if it may not. */
  async resumeByHandles(beginning: Beginning): Promise<Upload | undefined> {
    const { roots } = this.record;
    this.refused = !(await mayRead(roots));
    if (this.refused) return undefined;
    const upload = await this.resume(this.files.map((file) => ({ ...file, open: () => reopened(roots, file) })));
    return this.ended ? this.beginAnew(beginning) : upload;
  }

  /** Goes on with those that were given again, by path, size and time; the others stay interrupted. */
  async resumeWith(picked: readonly Picked[]): Promise<{ upload: Upload | undefined; rest: Picked[] }> {
    const wanted = new Map(this.files.map((file) => [sameness(file.path, file.size, file.modified), file]));
    const matched: Reopened[] = [];
    const rest: Picked[] = [];
    for (const each of picked) {
      const file = wanted.get(sameness(each.path, each.content.size, each.modified));
      if (file) matched.push({ ...file, open: async () => each.content });
      else rest.push(each);
    }
    const upload = matched.length > 0 ? await this.resume(matched) : undefined;
    return { upload, rest: this.ended ? [...picked] : rest };
  }

  async discard(): Promise<void> {
    const plan = await this.renewal(this.record.id)
      .then((ticket) => new Plan(ticket))
      .catch(() => undefined); // too old: its parts are cleared away already
    for (const { large } of plan ? this.files : []) if (large) await abort(plan!, large);
    await plan?.finish();
    await forgetUpload(this.record.id);
  }

  /** Those that had not arrived, as new ones: into the same place, by the same answer about names that are taken. */
  private async beginAnew(beginning: Beginning): Promise<Upload | undefined> {
    const { target, policy, roots } = this.record;
    const picked: Picked[] = [];
    const refused: Refusal[] = [];
    for (const file of this.files) {
      const { key, path, modified } = file;
      await reopened(roots, file)
        .then((content) => picked.push({ key, path, content, modified }))
        .catch((error: unknown) => refused.push({ name: path, reason: unreadable(error) }));
    }
    return beginning.begin(target, { picked, refused }, topNames(roots), roots, policy);
  }

  private async resume(files: readonly Reopened[]): Promise<Upload | undefined> {
    const { id } = this.record;
    const ticket = await this.renewal(id).catch((problem: unknown) => {
      if (!(problem instanceof PlanEnded)) throw problem;
      this.ended = true;
    });
    if (!ticket) return forgetUpload(id).then(() => undefined);
    const partly = files.length < this.files.length;
    const upload = Upload.resumed(this.record, new Plan(ticket), files, partly);
    for (const item of upload.items)
      if (item.large)
        (await checksumsOf(id, item.number)).forEach((crc32, part) => item.checksums.set(part, crc32));
    return upload;
  }
}

/** Asks the person, if the browser does; it does not where nobody has just clicked. */
async function mayRead(roots: readonly FileSystemHandle[]): Promise<boolean> {
  for (const root of roots) {
    const permission = await root.requestPermission({ mode: 'read' }).catch(() => 'denied');
    if (permission !== 'granted') return false;
  }
  return roots.length > 0;
}

const sameness = (path: string, size: number, modified: number): string => `${size} ${modified} ${path}`;

/** @throws Unreadable if it is not what it was */
async function reopened(roots: readonly FileSystemHandle[], { path, size, modified }: FileRecord): Promise<Blob> {
  if (path.endsWith('/')) return new Blob([]);
  const [first, ...below] = path.split('/');
  let found = roots.find(({ name }) => name === first);
  const last = below.pop();
  for (const name of below) found = await (found as FileSystemDirectoryHandle).getDirectoryHandle(name);
  if (last !== undefined) found = await (found as FileSystemDirectoryHandle).getFileHandle(last);
  const file = await (found as FileSystemFileHandle | undefined)?.getFile();
  if (file?.size !== size || file.lastModified !== modified) throw new Unreadable();
  return file;
}
