import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

/**
 * Has Node keep what it compiles in the data folder, for the starts to come, unless `NODE_COMPILE_CACHE` says where. That
 * goes for what is imported afterwards, so an entry calls this before it imports the rest. Node writes it when the process
 * ends: writing takes seconds the first time, in which nobody would be answered. Where nothing can be written, nothing is
 * kept.
 */
export function keepCompiled(): void {
  enableCompileCache(resolve(process.env['DATA_DIR'] || 'data', 'compile-cache'));
}
