import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { expect, test } from 'vitest';
import { refusalSentence } from '../src/actions/discord-refusal.ts';

function refusal(code: RESTJSONErrorCodes | number, message = 'No'): DiscordAPIError {
  const request = { body: undefined, files: undefined };
  return new DiscordAPIError({ code, message }, code, 403, 'PUT', 'https://discord.com/api/v10', request);
}

test.each([
  [
    RESTJSONErrorCodes.MissingPermissions,
    'Discord says that I lack the permission, or that my role is too low.',
  ],
  [RESTJSONErrorCodes.UnknownMember, 'they left the server.'],
  [RESTJSONErrorCodes.UnknownBan, 'they are not banned.'],
])('says in words what code %i means', (code, sentence) => {
  expect(refusalSentence(refusal(code))).toBe(sentence);
});

test('quotes Discord where the code is a rare one', () => {
  expect(refusalSentence(refusal(99_999, 'Maximum number of everything reached'))).toBe(
    'Discord says "Maximum number of everything reached".',
  );
});
