import { registerHooks, type ResolveFnOutput, type ResolveHookContext } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Packages of which there must be one copy in the process: a second Sapphire has a container of its own. Plugins
 * get the host's, wherever they lie and whatever else is installed beside them.
 */
const PROVIDED = new Set([
  '@twi/sdk',
  '@twi/database',
  'discord.js',
  '@sapphire/framework',
  '@sapphire/pieces',
  '@sapphire/plugin-subcommands',
  'kysely',
  'zod',
]);

/** The generation of each plugin folder whose modules are being imported, by the URL of the folder. */
const generations = new Map<string, number>();
/** Where the host's copies are, by what they are imported as. */
const provided = new Map<string, string>();
let isRegistered = false;

/**
 * From here on, modules in this folder get the host's copies of what the host provides, and are evaluated anew for
 * each generation above the first, with all that they import from the folder.
 */
export function trackPluginFolder(directory: string, generation: number): void {
  generations.set(folderUrl(directory), generation);
  if (isRegistered) return;
  registerHooks({ resolve });
  isRegistered = true;
}

/** The URL by which a file of a tracked folder is imported in a generation. */
export function generationUrl(file: string, generation: number): string {
  return withGeneration(pathToFileURL(file).href, generation);
}

function resolve(
  specifier: string,
  context: ResolveHookContext,
  nextResolve: (specifier: string, context?: Partial<ResolveHookContext>) => ResolveFnOutput,
): ResolveFnOutput {
  // With the testing kit installed in a plugin's folder, this file lies there too, and would be sent back to itself.
  const folder = context.parentURL === import.meta.url ? undefined : folderOf(context.parentURL);
  if (folder === undefined) return nextResolve(specifier, context);
  // By import.meta.resolve even for `require`: a plugin in CommonJS, too, gets the one ESM copy.
  if (PROVIDED.has(packageName(specifier))) return { url: providedUrl(specifier), shortCircuit: true };
  const resolved = nextResolve(specifier, context);
  const isOwn =
    resolved.url.startsWith(folder) && !resolved.url.slice(folder.length).includes('node_modules/');
  return isOwn ? { ...resolved, url: withGeneration(resolved.url, generations.get(folder) ?? 1) } : resolved;
}

/** Looked up once: a plugin has hundreds of files that import the same. */
function providedUrl(specifier: string): string {
  const url = provided.get(specifier) ?? import.meta.resolve(specifier);
  provided.set(specifier, url);
  return url;
}

function folderOf(parentUrl: string | undefined): string | undefined {
  if (parentUrl === undefined) return undefined;
  // The innermost, for a plugin inside another's folder.
  let innermost: string | undefined;
  for (const folder of generations.keys())
    if (parentUrl.startsWith(folder) && folder.length > (innermost?.length ?? 0)) innermost = folder;
  return innermost;
}

const folderUrl = (directory: string): string => pathToFileURL(directory + path.sep).href;

/** The first generation keeps the plain URL, so that whoever else imports the file gets the same module. */
const withGeneration = (url: string, generation: number): string =>
  generation === 1 || url.includes('?') ? url : `${url}?generation=${generation}`;

const packageName = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
