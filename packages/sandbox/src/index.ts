export { startSandbox } from './start-sandbox.ts';
export type { SandboxOptions } from './start-sandbox.ts';
export type { Sandbox } from './sandbox.ts';
export type { SandboxGuild } from './sandbox-guild.ts';
export type { MemberActor, SlashValues } from './members/actor.ts';
export type { Exchange } from './members/exchange.ts';
export { SandboxActionError } from './members/action-error.ts';
export { DiscordError } from './rules/discord-error.ts';
