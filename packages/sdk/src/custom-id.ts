/** Discord's limit for `custom_id` (Interactions › Message Components). */
const MAX_LENGTH = 100;

/**
 * The custom id of a component or modal that the interaction handler `handler` of `plugin` answers, also after a
 * restart: `<plugin>/<handler>:<state>`. The prefix tells the host whose component it is.
 *
 * @throws {RangeError} when it is longer than the 100 characters that Discord allows.
 */
export function customId(plugin: string, handler: string, state = ''): string {
  const id = `${plugin}/${handler}:${state}`;
  if (id.length > MAX_LENGTH)
    throw new RangeError(`The custom id "${id}" has ${id.length} of ${MAX_LENGTH} characters.`);
  return id;
}

export interface ParsedCustomId {
  readonly plugin: string;
  readonly handler: string;
  readonly state: string;
}

const SHAPE = /^([a-z][a-z0-9-]*)\/([a-z][a-z0-9-]*):(.*)$/s;

/** The parts of a custom id made by {@link customId}, or `undefined` for any other. */
export function parseCustomId(id: string): ParsedCustomId | undefined {
  const [, plugin, handler, state] = SHAPE.exec(id) ?? [];
  return plugin && handler && state !== undefined ? { plugin, handler, state } : undefined;
}
