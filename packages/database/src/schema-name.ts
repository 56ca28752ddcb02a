const RESERVED_NAMES = new Set(['core', 'public', 'pgboss', 'information_schema']);
const PLUGIN_ID_PATTERN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
// PostgreSQL cuts longer names silently: https://www.postgresql.org/docs/current/limits.html
const LONGEST_NAME = 63;

/** The PostgreSQL schema of a plugin, as a type: `SchemaName<'creator-links'>` is `'creator_links'`. */
export type SchemaName<PluginId extends string> = PluginId extends `${infer Head}-${infer Tail}`
  ? `${Head}_${SchemaName<Tail>}`
  : PluginId;

/**
 * Gives the PostgreSQL schema of a plugin: its id with `_` for `-`.
 *
 * @throws {TypeError} when the id is not lower-case words joined by hyphens, is too long, or names a schema that is taken.
 */
export function schemaNameOf<PluginId extends string>(pluginId: PluginId): SchemaName<PluginId> {
  const schema = pluginId.replaceAll('-', '_');
  if (!PLUGIN_ID_PATTERN.test(pluginId) || schema.length > LONGEST_NAME) {
    throw new TypeError(
      `The plugin id "${pluginId}" must be lower-case words of letters and digits, joined by hyphens, at most ${LONGEST_NAME} characters.`,
    );
  }
  if (RESERVED_NAMES.has(schema) || schema.startsWith('pg_')) {
    throw new TypeError(
      `The plugin id "${pluginId}" is reserved: a schema of that name belongs to the host or to PostgreSQL.`,
    );
  }
  return schema as SchemaName<PluginId>; // -- replaceAll says the same as the type, which the checker cannot see
}
