import { existsSync, realpathSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const WATCHED = ['apps/bot', 'packages', 'plugins'];
const SOURCE = /(?:^|\/)src\/.*\.(?:[cm]?[jt]s|json)$|(?:^|\/)package\.json$/;
/** Editors write a file in several steps; they are one change. */
const SETTLE_MS = 50;

/**
 * Calls back with the absolute paths of source files that changed, once they have settled. Watches this repository and
 * the folders of plugins that lie elsewhere. Returns what ends it.
 */
export function watchSources(
  pluginPaths: readonly string[],
  onChange: (files: readonly string[]) => void,
): () => void {
  const changed = new Set<string>();
  const settle = (): void => {
    const files = [...changed];
    changed.clear();
    onChange(files);
  };
  let settling: NodeJS.Timeout | undefined;
  const watchers = foldersOf(pluginPaths).map((folder) =>
    watch(folder, { recursive: true }, (_event, file) => {
      if (!file || file.includes('node_modules') || !SOURCE.test(file)) return;
      changed.add(join(folder, file));
      clearTimeout(settling);
      settling = setTimeout(settle, SETTLE_MS);
    }),
  );
  return () => {
    clearTimeout(settling);
    for (const watcher of watchers) watcher.close();
  };
}

/** By their real paths, by which the host knows its plugins; a missing one is the host's to report. */
function foldersOf(pluginPaths: readonly string[]): string[] {
  const folders = [
    ...WATCHED.map((folder) => join(ROOT, folder)),
    ...pluginPaths.map((path) => resolve(path)),
  ];
  return [...new Set(folders.filter((folder) => existsSync(folder)).map((folder) => realpathSync(folder)))];
}
