import { batch, signal } from '@preact/signals';
import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import type { CommandGroup } from '../../../src/state/command-group.ts';
import type { LiveFrame } from '../../../src/web/live-protocol.ts';
import { typing } from './typing.ts';

const PAGE = 100;

/** The messages of the open channel, oldest first. */
export const messages = signal<readonly APIMessage[]>([]);

/** Whether there are older ones than those. */
export const hasOlder = signal(false);

/** How many messages are asked for. */
export const limit = signal(PAGE);

/** The commands that the person sees in the open channel. */
export const commands = signal<readonly APIApplicationCommand[]>([]);

/** Commands by plugin, as the bot told; empty where it told nothing. */
export const commandGroups = signal<readonly CommandGroup[]>([]);

/** Counts what has happened in the sandbox; changes whenever its records are worth reading again. */
export const activity = signal(0);

/** Asks for older messages. */
export function showOlder(): void {
  limit.value += PAGE;
}

/** Starts over for another channel. */
export function leaveConversation(): void {
  limit.value = PAGE;
  messages.value = [];
  hasOlder.value = false;
  commands.value = [];
  typing.value = [];
}

/** Takes in what the feed tells of the commands. */
export function applyCommands(frame: Extract<LiveFrame, { type: 'commands' }>): void {
  batch(() => {
    commands.value = frame.commands;
    commandGroups.value = frame.groups;
  });
}

/** Takes in what the feed tells of the messages. */
export function applyMessages(frame: Extract<LiveFrame, { type: 'messages' }>): void {
  const known = new Map(frame.isFirst ? [] : messages.value.map((message) => [message.id, message] as const));
  for (const id of frame.deletedIds) known.delete(id);
  for (const message of frame.changed) known.set(message.id, message);
  messages.value = [...known.values()].toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  hasOlder.value = frame.hasOlder;
}
