import type { Plugin } from '@twi/sdk';
import { z } from 'zod';
import { localeFaults } from '../locales/locale-faults.ts';
import { settingsFaults } from '../settings/settings-faults.ts';
import { PluginLoadError } from './load-error.ts';

const MAX_TITLE = 45;
const MAX_DESCRIPTION = 100;

const classes = z
  .record(
    z.string(),
    z.custom((value) => typeof value === 'function', 'must be a class'),
  )
  .optional();

/** What the type checker guarantees to authors who use it, for those who do not. */
const shape = z.object({
  title: z.string().min(1).max(MAX_TITLE),
  description: z.string().min(1).max(MAX_DESCRIPTION),
  intents: z.array(z.number().int()).optional(),
  nodes: z.record(z.string(), z.object({ description: z.string().min(1) })).optional(),
  settings: z
    .instanceof(z.ZodObject, { error: 'must be a zod object' })
    .refine((settings) => settings.safeParse({}).success, 'must have a default for every field')
    .optional(),
  settingsMigrations: z
    .array(z.custom((value) => typeof value === 'function', 'must be a function'))
    .optional(),
  migrations: z
    .record(
      z.string(),
      z.object({ up: z.custom((value) => typeof value === 'function', 'must be a function') }),
    )
    .optional(),
  pieces: z
    .strictObject({
      commands: classes,
      listeners: classes,
      preconditions: classes,
      interactionHandlers: classes,
    })
    .optional(),
  jobs: z
    .record(z.string(), z.object({ data: z.instanceof(z.ZodType, { error: 'must be a zod schema' }) }))
    .optional(),
  routes: z
    .record(z.string(), z.object({ path: z.string().startsWith('/', 'must begin with a slash') }))
    .optional(),
  locales: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  setup: z.custom((value) => typeof value === 'function', 'must be a function').optional(),
});

/** @throws {PluginLoadError} naming each faulty field of the manifest and what is accepted there. */
export function checkManifest(plugin: Plugin): void {
  const faults = (shape.safeParse(plugin).error?.issues ?? []).map(
    ({ path, message }) => `"${path.join('.')}" ${message}`,
  );
  // What is no schema at all has been said already.
  if (faults.length === 0) faults.push(...settingsFaults(plugin), ...localeFaults(plugin));
  for (const node of Object.keys(plugin.nodes ?? {}))
    if (!node.startsWith(`${plugin.id}.`)) faults.push(`"nodes.${node}" must begin with "${plugin.id}."`);
  if (faults.length > 0)
    throw new PluginLoadError('manifest', `The manifest of "${plugin.id}" is faulty: ${faults.join('; ')}.`);
}
