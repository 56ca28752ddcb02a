import {
  ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { commandHash } from '../../src/commands/command-hash.ts';

type Json = RESTPostAPIChatInputApplicationCommandsJSONBody;

const play: Json = { name: 'play', description: 'Plays.' };
const stop: Json = { name: 'stop', description: 'Stops.' };
const option = (name: string): NonNullable<Json['options']>[number] => ({
  type: ApplicationCommandOptionType.String,
  name,
  description: 'Text.',
});

describe('the same list', () => {
  test.each([
    ['in another order of commands', [play, stop], [stop, play]],
    ['in another order of keys', [play], [{ description: 'Plays.', name: 'play' }]],
    ['with absent instead of undefined fields', [play], [{ ...play, options: undefined }]],
  ])('has the same hash %s', (_, first, second) => {
    expect(commandHash(first)).toBe(commandHash(second));
  });
});

describe('a list that differs', () => {
  test.each([
    ['by a command', [play], [play, stop]],
    ['by a description', [play], [{ ...play, description: 'Plays on.' }]],
    [
      'by the order of options',
      [{ ...play, options: [option('a'), option('b')] }],
      [{ ...play, options: [option('b'), option('a')] }],
    ],
    ['by being empty', [], [play]],
  ])('has another hash: %s', (_, first: Json[], second: Json[]) => {
    expect(commandHash(first)).not.toBe(commandHash(second));
  });
});
