import { existsSync } from 'node:fs';
import path from 'node:path';
import { InvalidPackageError, type PluginPackage } from './plugin-package.ts';

/** https://nodejs.org/api/packages.html#conditional-exports, in the order in which we prefer them. */
const CONDITIONS = ['source', 'import', 'default'] as const;
const NODE_MODULES = `${path.sep}node_modules${path.sep}`;

/**
 * The file that a plugin package exports as ".".
 *
 * @throws {InvalidPackageError} when there is none, or one that Node would not run.
 */
export function packageEntry(directory: string, { name, exports, main }: PluginPackage): string {
  const isInstalled = directory.includes(NODE_MODULES);
  // Published packages name their sources under the condition without shipping them.
  const conditions = CONDITIONS.filter((condition) => condition !== 'source' || !isInstalled);
  const candidates = [
    ...targets(mainExport(exports), conditions),
    ...(exports === undefined ? [main ?? 'index.js'] : []),
  ];
  const files = candidates.map((target) => path.resolve(directory, target));
  const entry = files.find((file) => file.startsWith(directory + path.sep) && existsSync(file));
  if (entry === undefined)
    throw new InvalidPackageError(
      `${path.join(directory, 'package.json')}: "exports" of ${name} must name an existing file of the package for "." (found ${candidates.join(', ') || 'nothing'}).`,
    );
  if (isInstalled && /\.[cm]?ts$/.test(entry))
    throw new InvalidPackageError(
      `${entry} is TypeScript, which Node does not run under node_modules: an installed plugin must ship JavaScript.`,
    );
  return entry;
}

/** `exports` may be the entry itself or map subpaths, of which "." is the entry. */
function mainExport(exports: unknown): unknown {
  return isObject(exports) && '.' in exports ? exports['.'] : exports;
}

function targets(value: unknown, conditions: readonly string[]): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item) => targets(item, conditions));
  if (!isObject(value)) return [];
  return conditions.flatMap((condition) => targets(value[condition], conditions));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
