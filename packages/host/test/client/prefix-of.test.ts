import { expect, test } from 'vitest';
import { prefixOf } from '../../src/client/prefix-of.ts';
import { coreSettings } from '../../src/settings/core-settings.ts';

const GUILD = '123456789012345678';

function failing(error: Error) {
  return {
    get: async () => {
      throw error;
    },
  };
}

test('gives the prefix of the guild', async () => {
  const settings = { get: async () => coreSettings.parse({ prefix: '!' }) };

  expect(await prefixOf(settings, GUILD)).toBe('!');
});

test('gives none while the database is away, so that messages are no errors', async () => {
  const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

  expect(await prefixOf(failing(reset), GUILD)).toBeNull();
  expect(await prefixOf(failing(new Error('Connection terminated unexpectedly')), GUILD)).toBeNull();
});

test('hides no other failure', async () => {
  await expect(prefixOf(failing(new TypeError('no such column')), GUILD)).rejects.toThrow(TypeError);
});
