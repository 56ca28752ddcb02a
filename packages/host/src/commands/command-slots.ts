import { ApplicationCommandType } from 'discord.js';
import type { PluginCommand } from './plugin-command.ts';

/**
 * How many commands of each kind Discord takes per guild, and as many again globally
 * (Interactions › Application Commands › Registering a Command).
 */
const LIMITS = { chatInput: 100, user: 15, message: 15 } as const;

const WORDS = {
  chatInput: 'slash commands',
  user: 'user menu commands',
  message: 'message menu commands',
} as const satisfies Record<SlotKind, string>;

type SlotKind = keyof typeof LIMITS;

/** What a set of commands takes of Discord's limits. */
export type SlotUsage = Readonly<Record<SlotKind, { readonly used: number; readonly limit: number }>>;

export function slotUsage(commands: readonly Pick<PluginCommand, 'type'>[]): SlotUsage {
  const count = (type: ApplicationCommandType): number =>
    commands.filter((command) => command.type === type).length;
  return {
    chatInput: { used: count(ApplicationCommandType.ChatInput), limit: LIMITS.chatInput },
    user: { used: count(ApplicationCommandType.User), limit: LIMITS.user },
    message: { used: count(ApplicationCommandType.Message), limit: LIMITS.message },
  };
}

/** The limits that are exceeded, in words with both numbers; `undefined` when everything fits. */
export function slotProblem(usage: SlotUsage): string | undefined {
  const problems = kinds(usage)
    .filter(([, { used, limit }]) => used > limit)
    .map(([kind, { used, limit }]) => `${used} ${WORDS[kind]} of ${limit}`);
  return problems.length > 0 ? problems.join(', ') : undefined;
}

/** What is used of each limit, in words. */
export function describeSlots(usage: SlotUsage): string {
  return kinds(usage)
    .map(([kind, { used, limit }]) => `${used} of ${limit} ${WORDS[kind]}`)
    .join(', ');
}

function kinds(usage: SlotUsage): [SlotKind, SlotUsage[SlotKind]][] {
  return (Object.keys(WORDS) as SlotKind[]).map((kind) => [kind, usage[kind]]);
}
