import type { World } from '../state/world.ts';

/** A command that the bot registered. */
export interface RegisteredCommand {
  /** The name of the guild that has it, or `Everywhere`. */
  readonly scope: string;
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly description: string;
}

/** Lists what the bot registered, the global commands first. */
export function commandList(world: World): RegisteredCommand[] {
  const scopes = [...world.state.commands].toSorted(
    ([a], [b]) => Number(b === 'global') - Number(a === 'global'),
  );
  return scopes.flatMap(([scope, commands]) =>
    Array.from(commands.values(), ({ id, name, type, description }) => ({
      scope: world.state.guilds.get(scope)?.name ?? 'Everywhere',
      id,
      name,
      type,
      description,
    })),
  );
}
