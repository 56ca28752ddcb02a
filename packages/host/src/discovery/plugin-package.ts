import valid from 'semver/functions/valid.js';
import validRange from 'semver/ranges/valid.js';
import { z } from 'zod';

/** Plugin ids name PostgreSQL schemas and properties of Sapphire's container, where these are taken. */
const RESERVED = new Set(['core', 'public', 'pgboss', 'information-schema', 'client', 'logger', 'stores']);
const MAX_ID_LENGTH = 32;

const id = z
  .string('must be the id of the plugin')
  .regex(
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    'must be lower-case words joined by hyphens, beginning with a letter',
  )
  .max(MAX_ID_LENGTH, `must have at most ${MAX_ID_LENGTH} characters`)
  .refine((value) => !RESERVED.has(value) && !value.startsWith('pg-'), 'is reserved, choose another id');

const range = z
  .string('must be a version range such as "^1.2.0"')
  .refine((value) => validRange(value) !== null, 'must be a version range such as "^1.2.0"');

const ranges = z.record(z.string(), range, 'must map plugin ids to version ranges').default({});

/** What a plugin's `package.json` has to say before any of its code runs. Fields of npm's are left alone. */
const pluginPackage = z
  .object({
    name: z.string('must be the name of the package').min(1, 'must be the name of the package'),
    version: z
      .string('must be a version such as "1.2.0"')
      .refine((value) => valid(value) !== null, 'must be a version such as "1.2.0"'),
    peerDependencies: z.object(
      { '@twi/sdk': range },
      'must name the range of @twi/sdk that the plugin supports',
    ),
    exports: z.unknown(),
    main: z.string().optional(),
    twi: z.strictObject(
      { id, requires: ranges, optional: ranges },
      {
        error: ({ code }) =>
          code === 'unrecognized_keys'
            ? 'may hold id, requires and optional, nothing else'
            : 'must be an object with the id of the plugin',
      },
    ),
  })
  .refine(({ twi }) => !(twi.id in twi.requires || twi.id in twi.optional), {
    path: ['twi', 'requires'],
    error: 'must not name the plugin itself',
  });

export type PluginPackage = z.output<typeof pluginPackage>;

/** A `package.json` that does not say what a plugin's has to. */
export class InvalidPackageError extends Error {
  override readonly name = 'InvalidPackageError';
}

/**
 * The checked contents of a plugin's `package.json`.
 *
 * @throws {InvalidPackageError} naming the file, each faulty field and what is accepted there.
 */
export function parsePluginPackage(file: string, json: unknown): PluginPackage {
  const result = pluginPackage.safeParse(json);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `"${path.join('.')}" ${message}`);
  throw new InvalidPackageError(`${file}: ${faults.join('; ')}.`);
}
