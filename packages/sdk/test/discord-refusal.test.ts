import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { expect, test } from 'vitest';
import { absentOn, isGone, isRefusalWith } from '../src/index.ts';

const { UnknownBan, UnknownChannel, UnknownMember, UnknownMessage, UnknownUser, MissingAccess } =
  RESTJSONErrorCodes;

function refusal(code: RESTJSONErrorCodes): DiscordAPIError {
  const request = { body: undefined, files: undefined };
  return new DiscordAPIError(
    { code, message: 'No' },
    code,
    403,
    'PUT',
    'https://discord.com/api/v10',
    request,
  );
}

test('refusals are told apart by their code', () => {
  expect(isRefusalWith(refusal(UnknownBan), UnknownUser, UnknownBan)).toBe(true);
  expect(isRefusalWith(refusal(UnknownBan), UnknownUser)).toBe(false);
  expect(isRefusalWith(new Error('10026'), UnknownBan)).toBe(false);
});

test('a message is gone when it or its channel is unknown, and not when it is out of sight', () => {
  expect([UnknownMessage, UnknownChannel].map((code) => isGone(refusal(code)))).toEqual([true, true]);
  expect(isGone(refusal(MissingAccess))).toBe(false);
});

test('what Discord does not know is absent, and any other error is thrown', async () => {
  const error = refusal(MissingAccess);

  expect(await absentOn(Promise.resolve('here'), UnknownMember)).toBe('here');
  expect(await absentOn(Promise.reject(refusal(UnknownMember)), UnknownUser, UnknownMember)).toBeUndefined();
  await expect(absentOn(Promise.reject(error), UnknownMember)).rejects.toBe(error);
});
