import { execFile } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const PACKAGE_ROOT = join(import.meta.dirname, '..', '..');
/** The page's sources; a published package has none. */
const SOURCES = join(PACKAGE_ROOT, 'web');
/** Where the built page lies. */
export const BUILT_PAGE = join(PACKAGE_ROOT, 'dist', 'web', 'page');

/** Builds the page where it is missing or older than its sources. */
export class PageBuild {
  #running = false;
  #failure: { readonly error: Error; readonly sourcesAt: number } | undefined;

  /** Tells whether the page can be served, and starts to build it where it cannot. */
  check(): 'ready' | 'building' | Error {
    if (this.#running) return 'building';
    const index = join(BUILT_PAGE, 'index.html');
    const builtAt = existsSync(index) ? statSync(index).mtimeMs : 0;
    if (!existsSync(SOURCES))
      return builtAt > 0 ? 'ready' : new Error('This package was built without its page.');
    const sourcesAt = changedAt(SOURCES);
    if (builtAt >= sourcesAt) return 'ready';
    if (this.#failure?.sourcesAt === sourcesAt) return this.#failure.error;
    void this.#build(sourcesAt);
    return 'building';
  }

  async #build(sourcesAt: number): Promise<void> {
    this.#running = true;
    this.#failure = undefined;
    try {
      // In a process of its own: the bot goes on undisturbed meanwhile.
      const vite = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin', 'vite.js');
      const draft = `${BUILT_PAGE}-${process.pid}`;
      await run(process.execPath, [vite, 'build', SOURCES, '--outDir', draft, '--logLevel', 'warn']);
      publish(draft);
    } catch (error) {
      this.#failure = { error: error instanceof Error ? error : new Error(String(error)), sourcesAt };
    } finally {
      this.#running = false;
    }
  }
}

/** Puts a built page in place whole, so that a sandbox that runs beside this one never serves half of it. */
function publish(draft: string): void {
  const old = `${draft}-old`;
  if (existsSync(BUILT_PAGE)) renameSync(BUILT_PAGE, old);
  renameSync(draft, BUILT_PAGE);
  rmSync(old, { recursive: true, force: true });
}

/** When anything in a directory was last changed, in Unix milliseconds. */
function changedAt(directory: string): number {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
}
