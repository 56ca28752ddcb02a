import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
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
      await run(process.execPath, [vite, 'build', SOURCES, '--logLevel', 'warn']);
    } catch (error) {
      this.#failure = { error: error instanceof Error ? error : new Error(String(error)), sourcesAt };
    } finally {
      this.#running = false;
    }
  }
}

/** When anything in a directory was last changed, in Unix milliseconds. */
function changedAt(directory: string): number {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
}
