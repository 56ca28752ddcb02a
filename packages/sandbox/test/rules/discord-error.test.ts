import { DiscordAPIError } from 'discord.js';
import { expect, test } from 'vitest';
import { DiscordError, invalidFormBody } from '../../src/rules/discord-error.ts';
import { characters, isBlank } from '../../src/rules/json.ts';
import { validateRequest } from '../../src/rules/validate-request.ts';

const problem = (path: (string | number)[], code: string) => ({ path, code, message: `${code}!` });

test('a form’s faults stand in a tree', () => {
  const error = invalidFormBody([
    problem(['embeds', 0, 'title'], 'A'),
    problem(['embeds', 0], 'B'),
    problem(['embeds', 0, 'title'], 'C'),
    problem([], 'D'),
  ]);

  expect(error.status).toBe(400);
  expect(error.body).toEqual({
    code: 50_035,
    message: 'Invalid Form Body',
    errors: {
      _errors: [{ code: 'D', message: 'D!' }],
      embeds: {
        0: {
          _errors: [{ code: 'B', message: 'B!' }],
          title: {
            _errors: [
              { code: 'A', message: 'A!' },
              { code: 'C', message: 'C!' },
            ],
          },
        },
      },
    },
  });
});

test('an error without faults has no tree', () => {
  expect(new DiscordError(403, 50_013, 'Missing Permissions').body).toEqual({
    code: 50_013,
    message: 'Missing Permissions',
  });
});

test('discord.js reads the tree as it reads Discord’s', () => {
  const { body, status } = invalidFormBody([problem(['data', 'components', 0, 'custom_id'], 'A')]);
  const raw = { code: body.code, message: body.message, errors: JSON.parse(JSON.stringify(body.errors)) };
  const read = new DiscordAPIError(raw, body.code, status, 'POST', 'https://a.example', {});

  expect(read.message).toBe('Invalid Form Body\ndata.components[0].custom_id[A]: A!');
});

test('every fault of a form is told at once, in Discord’s words', () => {
  const body = { embeds: [{ title: 'x'.repeat(257), fields: [{ name: 'a' }] }] };
  const send = () =>
    validateRequest({
      method: 'POST',
      template: '/channels/{channel_id}/messages',
      query: {},
      body,
      files: [],
    });

  expect(send).toThrow(
    expect.objectContaining({
      body: expect.objectContaining({
        errors: {
          embeds: {
            0: {
              title: {
                _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 256 or fewer in length.' }],
              },
              fields: {
                0: {
                  value: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] },
                },
              },
            },
          },
        },
      }),
    }),
  );
});

test('characters are counted as Discord counts them', () => {
  expect(characters('🎨a\ud83c')).toBe(3);
  expect(characters('')).toBe(0);
});

test('a zero-width space is not blank', () => {
  expect([' \t\n', '\u00a0', '\u200b', '\ufeff'].map(isBlank)).toEqual([true, true, false, false]);
});
