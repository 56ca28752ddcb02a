import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** How long parts of earlier builds stay for pages that are still loading. */
const KEPT_MS = 3_600_000;

/**
 * Puts a built page in place, so that whoever serves or loads it meanwhile never meets half of it.
 *
 * Parts are named by what is in them, so those of two builds never clash; the index that names them comes last.
 *
 * @param draft the folder with the built page; is gone afterwards
 * @param target the folder from which the page is served
 * @param sourcesAt when the sources that it was built from were last changed, in Unix milliseconds
 */
export function publishPage(draft: string, target: string, sourcesAt: number): void {
  const assets = join(target, 'assets');
  mkdirSync(assets, { recursive: true });
  const parts = readdirSync(join(draft, 'assets'));
  for (const part of parts) renameSync(join(draft, 'assets', part), join(assets, part));
  // Sources that were changed during the build are newer than this; a millisecond covers what rounding takes.
  const at = new Date(Math.ceil(sourcesAt) + 1);
  utimesSync(join(draft, 'index.html'), at, at);
  renameSync(join(draft, 'index.html'), join(target, 'index.html'));
  rmSync(draft, { recursive: true, force: true });
  removeOld(assets, new Set(parts));
}

function removeOld(assets: string, parts: ReadonlySet<string>): void {
  for (const name of readdirSync(assets)) {
    const path = join(assets, name);
    if (!parts.has(name) && Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { force: true });
  }
}
