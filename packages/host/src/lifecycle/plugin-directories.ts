import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Knows which plugin a file belongs to, to tell whose code a stack trace is about. */
export class PluginDirectories {
  readonly #prefixes = new Map<string, string>();

  set(directory: string, pluginId: string): void {
    // A stack names modules by URL and what `require` loaded by path.
    this.#prefixes.set(pathToFileURL(directory + path.sep).href, pluginId);
    this.#prefixes.set(directory + path.sep, pluginId);
  }

  /** The plugin whose file is nearest to where the stack begins. */
  ownerOf(stack: string): string | undefined {
    let owner: string | undefined;
    let nearest = Number.POSITIVE_INFINITY;
    for (const [prefix, pluginId] of this.#prefixes) {
      const at = stack.indexOf(prefix);
      if (at !== -1 && at < nearest) [owner, nearest] = [pluginId, at];
    }
    return owner;
  }
}
