import { readdir, readFile, realpath } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigurationError } from '@twi/sdk';
import { InvalidPackageError } from './plugin-package.ts';

/** A package that says that it is a plugin, or a place where one should be and cannot be read. */
export interface FoundPackage {
  readonly directory: string;
  readonly file: string;
  /** Its `package.json`, or why there is none. */
  readonly json: unknown;
}

/** The packages with a `twi` field among the dependencies of the app and in the plugin folders, each once. */
export async function findPackages({
  appDirectory,
  pluginPaths,
}: {
  readonly appDirectory: string | undefined;
  readonly pluginPaths: readonly string[];
}): Promise<FoundPackage[]> {
  const lists = await Promise.all([
    appDirectory === undefined ? [] : findDependencies(path.resolve(appDirectory)),
    ...pluginPaths.map((folder) => findInFolder(path.resolve(folder))),
  ]);
  const byDirectory = new Map(lists.flat().map((found) => [found.directory, found]));
  return [...byDirectory.values()];
}

async function findDependencies(appDirectory: string): Promise<FoundPackage[]> {
  const app = await readPackage(appDirectory);
  if (!isObject(app?.json))
    throw new ConfigurationError(
      `${path.join(appDirectory, 'package.json')} cannot be read: the app's dependencies are its plugins.`,
    );
  const names = Object.keys({
    ...asObject(app.json['dependencies']),
    ...asObject(app.json['optionalDependencies']),
  });
  const found = await Promise.all(names.map((name) => readDependency(name, app.file)));
  return found.filter((dependency) => dependency !== undefined).filter(saysPlugin);
}

async function readDependency(name: string, appFile: string): Promise<FoundPackage | undefined> {
  const file = locate(name, appFile);
  return file === undefined ? undefined : readPackage(path.dirname(file));
}

/** A dependency that is not installed cannot be told from one that is no plugin: npm reports it, not we. */
function locate(name: string, appFile: string): string | undefined {
  try {
    return findPackageJSON(name, pathToFileURL(appFile));
  } catch (error) {
    if (errorCode(error) === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

async function findInFolder(folder: string): Promise<FoundPackage[]> {
  const own = await readPackage(folder);
  if (own) return [own];
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    return [
      unreadable(folder, new InvalidPackageError(`The plugin folder ${folder} cannot be read.`, { cause })),
    ];
  }
  const folders = entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink());
  const found = await Promise.all(folders.map((entry) => readPackage(path.join(folder, entry.name))));
  const plugins = found.filter((candidate) => candidate !== undefined).filter(saysPlugin);
  if (plugins.length > 0) return plugins;
  return [
    unreadable(
      folder,
      new InvalidPackageError(`The plugin folder ${folder} holds no package with a "twi" field.`),
    ),
  ];
}

async function readPackage(directory: string): Promise<FoundPackage | undefined> {
  let text;
  try {
    text = await readFile(path.join(directory, 'package.json'), 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
  const real = await realpath(directory);
  const file = path.join(real, 'package.json');
  try {
    return { directory: real, file, json: JSON.parse(text) };
  } catch (cause) {
    return unreadable(real, new InvalidPackageError(`${file} is not JSON: ${String(cause)}.`, { cause }));
  }
}

const unreadable = (directory: string, error: InvalidPackageError): FoundPackage => ({
  directory,
  file: path.join(directory, 'package.json'),
  json: error,
});

const saysPlugin = ({ json }: FoundPackage): boolean =>
  json instanceof InvalidPackageError || (isObject(json) && 'twi' in json);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const asObject = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});

const errorCode = (error: unknown): unknown => (isObject(error) ? error['code'] : undefined);
