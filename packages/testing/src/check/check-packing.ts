import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { z } from 'zod';
import type { Fault, Findings } from './fault.ts';

const run = promisify(execFile);

export interface PackingOptions {
  /** Whether it is about to be published, so that it must be built. */
  readonly release?: boolean;
}

/** What belongs to the author and to nobody who installs the plugin. */
const PRIVATE = /(^|\/)(\.env(\..*)?|\.npmrc|node_modules|tests?|.*\.test\.[cm]?[jt]sx?|.*\.pem)(\/|$)/;

const packOutput = z.array(z.object({ files: z.array(z.object({ path: z.string() })) })).min(1);

/** Looks at the files that npm would publish, and at what the package says of them. */
export async function checkPacking(
  directory: string,
  { release = false }: PackingOptions,
): Promise<Findings> {
  const json = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8')) as PackageJson;
  const targets = targetsIn(json.exports ?? json.main ?? './index.js');
  const unbuilt = targets.filter(({ file }) => !existsSync(join(directory, file.split('/', 1)[0] ?? file)));
  if (unbuilt.length > 0 && !release)
    return {
      faults: [],
      notes: [`It is not built (no ${unbuilt[0]?.file}), so its package was not looked at.`],
    };
  const files = await packedFiles(directory);
  return {
    faults: [
      ...missingTargets(targets, files),
      ...typeFaults(targets),
      ...privateFiles(files),
      ...(await publintFaults(directory, unbuilt.length > 0)),
    ],
  };
}

interface PackageJson {
  readonly exports?: unknown;
  readonly main?: string;
}

/** A file that the package exports, and the field that says so. */
interface Target {
  readonly field: string;
  readonly file: string;
}

function targetsIn(value: unknown, field = 'exports'): Target[] {
  if (typeof value === 'string') return [{ field, file: posix.normalize(value) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => targetsIn(inner, `${field}["${key}"]`));
}

/** As npm lists them, without running the scripts of the package. */
async function packedFiles(directory: string): Promise<string[]> {
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: directory,
  });
  const [packed] = packOutput.parse(JSON.parse(stdout));
  return packed?.files.map(({ path }) => path) ?? [];
}

function missingTargets(targets: readonly Target[], files: readonly string[]): Fault[] {
  return targets
    .filter(({ file }) => !file.includes('*') && !files.includes(file))
    .map(({ field, file }) => ({
      where: `package.json "${field}"`,
      message: `names ${file}, which would not be published; add it to "files".`,
    }));
}

/** What is installed has to be JavaScript, since Node runs no TypeScript under node_modules, with its types beside. */
function typeFaults(targets: readonly Target[]): Fault[] {
  const typeScript = targets.filter(
    ({ field, file }) => /(?<!\.d)\.[cm]?ts$/.test(file) && !field.endsWith('["source"]'),
  );
  const faults = typeScript.map(({ field, file }) => ({
    where: `package.json "${field}"`,
    message: `names ${file}; an installed plugin must ship JavaScript.`,
  }));
  const hasTypes = targets.some(({ file }) => /\.d\.[cm]?ts$/.test(file));
  if (hasTypes) return faults;
  return [...faults, { where: 'package.json "exports"', message: 'names no types (a .d.ts under "types").' }];
}

function privateFiles(files: readonly string[]): Fault[] {
  return files
    .filter((file) => PRIVATE.test(file))
    .map((file) => ({ where: file, message: 'would be published; leave it out of "files".' }));
}

async function publintFaults(directory: string, isUnbuilt: boolean): Promise<Fault[]> {
  if (isUnbuilt) return [];
  const { messages, pkg } = await publint({ pkgDir: directory, level: 'warning', pack: false });
  return messages.map((message) => ({
    where: `package.json "${message.path.join('.')}"`,
    message: formatMessage(message, pkg, { color: false }) ?? message.code,
  }));
}
