import { ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { World } from '../state/world.ts';

const MAXIMUM_TITLE = 100;

// A name that Discord would refuse is let pass: nothing is registered by it, so that nothing is shown.
const commandGroups = z.array(
  z.strictObject({
    title: z.string().min(1).max(MAXIMUM_TITLE),
    commands: z.array(z.strictObject({ name: z.string(), type: z.enum(ApplicationCommandType) })),
  }),
);

/**
 * Keeps which part of the bot registers which commands, in place of what was kept before.
 *
 * @throws ZodError for groups of another shape
 */
export function describeCommands(world: World, groups: unknown): void {
  world.state.commandGroups = commandGroups.parse(groups);
}
