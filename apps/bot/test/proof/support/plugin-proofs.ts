import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Host } from '@twi/host';
import type { PluginProof } from '@twi/testing';
import { proof as coreProof } from './core-proof.ts';

const CORE = 'core';
const FILE = 'test/plugin-proof.ts';

/**
 * What each loaded plugin brings to the proofs, by its id.
 *
 * @throws {Error} when a plugin has components, forms or tables and brings nothing.
 */
export async function proofsOf({
  plugins,
}: Pick<Host, 'plugins'>): Promise<ReadonlyMap<string, PluginProof>> {
  const proofs = new Map<string, PluginProof>([[CORE, coreProof]]);
  for (const { id, discovered, plugin } of plugins.list()) {
    if (id === CORE || !plugin) continue;
    const file = join(discovered.directory ?? '', FILE);
    if (existsSync(file)) proofs.set(id, await importProof(file));
    else if (plugin.pieces?.interactionHandlers || plugin.tables)
      throw new Error(
        `The plugin "${id}" has components, forms or tables: ${file} is to say how they are used. See PluginProof of @twi/testing.`,
      );
  }
  return proofs;
}

async function importProof(file: string): Promise<PluginProof> {
  const { proof }: { readonly proof?: PluginProof } = await import(pathToFileURL(file).href);
  if (!proof) throw new Error(`${file} exports no "proof".`);
  return proof;
}
