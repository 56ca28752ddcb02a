import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BuildLock } from './build-lock.ts';
import { publishPage } from './publish-page.ts';

const run = promisify(execFile);

const PACKAGE_ROOT = join(import.meta.dirname, '..', '..');
/** The page's sources; a published package has none. */
const SOURCES = join(PACKAGE_ROOT, 'web');
/** What the page shares with the sandbox, and is built into it. */
const SHARED = join(PACKAGE_ROOT, 'src', 'web', 'live-version.ts');
/** Where the built page lies. */
export const BUILT_PAGE = join(PACKAGE_ROOT, 'dist', 'web', 'page');

/** Builds the page where it is missing or older than its sources; of several processes, one builds for all. */
export class PageBuild {
  readonly #target: string;
  readonly #lock: BuildLock;
  #isRunning = false;
  #failure: { readonly error: Error; readonly sourcesAt: number } | undefined;

  /** @param target where the built page is to lie; other folders beside it are used while it is built */
  constructor(target: string = BUILT_PAGE) {
    this.#target = target;
    this.#lock = new BuildLock(`${target}.lock`);
  }

  /** Tells whether the page can be served, and starts to build it where it cannot. */
  check(): 'ready' | 'building' | Error {
    if (this.#isRunning) return 'building';
    const index = join(this.#target, 'index.html');
    const builtAt = existsSync(index) ? statSync(index).mtimeMs : 0;
    if (!existsSync(SOURCES))
      return builtAt > 0 ? 'ready' : new Error('This package was built without its page.');
    const sourcesAt = Math.max(changedAt(SOURCES), statSync(SHARED).mtimeMs);
    if (builtAt >= sourcesAt) return 'ready';
    if (this.#failure?.sourcesAt === sourcesAt) return this.#failure.error;
    // Whoever holds the lock builds for this process too.
    if (this.#lock.take()) void this.#build(sourcesAt);
    return 'building';
  }

  async #build(sourcesAt: number): Promise<void> {
    this.#isRunning = true;
    this.#failure = undefined;
    const draft = `${this.#target}-draft`;
    try {
      // In a process of its own: the bot goes on undisturbed meanwhile.
      const vite = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin', 'vite.js');
      await run(process.execPath, [vite, 'build', SOURCES, '--outDir', draft, '--logLevel', 'warn']);
      publishPage(draft, this.#target, sourcesAt);
    } catch (error) {
      this.#failure = { error: error instanceof Error ? error : new Error(String(error)), sourcesAt };
    } finally {
      this.#lock.release();
      this.#isRunning = false;
    }
  }
}

/** When anything in a directory was last changed, in Unix milliseconds. */
function changedAt(directory: string): number {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
}
