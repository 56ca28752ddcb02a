import { ApplicationCommandType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { describeSlots, slotProblem, slotUsage } from '../../src/commands/command-slots.ts';
import type { PluginCommand } from '../../src/commands/plugin-command.ts';

function commands(type: PluginCommand['type'], count: number): Pick<PluginCommand, 'type'>[] {
  return Array.from({ length: count }, () => ({ type }));
}

const { ChatInput, Message, User } = ApplicationCommandType;

test('counts each kind of its own', () => {
  const usage = slotUsage([...commands(ChatInput, 7), ...commands(User, 2), ...commands(Message, 1)]);

  expect(describeSlots(usage)).toBe(
    '7 of 100 slash commands, 2 of 15 user menu commands, 1 of 15 message menu commands',
  );
});

describe('the limits', () => {
  test.each([
    [ChatInput, 100],
    [User, 15],
    [Message, 15],
  ] as const)('of kind %i are met by exactly %i', (type, limit) => {
    expect(slotProblem(slotUsage(commands(type, limit)))).toBeUndefined();
    expect(slotProblem(slotUsage(commands(type, limit + 1)))).toContain(`${limit + 1} `);
  });

  test('that are exceeded are all named', () => {
    const usage = slotUsage([...commands(User, 16), ...commands(Message, 17)]);

    expect(slotProblem(usage)).toBe('16 user menu commands of 15, 17 message menu commands of 15');
  });
});
