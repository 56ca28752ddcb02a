import { expect, test } from 'vitest';
import { readAction } from '../../src/cli/action.ts';
import { readDeed } from '../../src/cli/deed.ts';

test.each([
  ['vote Tea, Hot chocolate', { verb: 'vote', answers: ['Tea', 'Hot chocolate'] }],
  ['react 👍', { verb: 'react', emoji: '👍', target: 'last' }],
  ['unreact 👍 on 123456789012345678', { verb: 'unreact', emoji: '👍', target: '123456789012345678' }],
  ['thread Plans for May', { verb: 'thread', name: 'Plans for May' }],
  ['voice Lounge', { verb: 'voice', channel: 'Lounge' }],
  ['edit hello\nthere', { verb: 'edit', content: 'hello\nthere' }],
  ['delete', { verb: 'delete' }],
  ['join', { verb: 'join' }],
  ['leave', { verb: 'leave' }],
  ['kick @mallory', { verb: 'kick', user: '@mallory', reason: '' }],
  ['ban @mallory spam in general', { verb: 'ban', user: '@mallory', reason: 'spam in general' }],
  ['unban 123456789012345678', { verb: 'unban', user: '123456789012345678', reason: '' }],
  ['timeout @mallory 10 spam', { verb: 'timeout', user: '@mallory', minutes: 10, reason: 'spam' }],
])('%s is done by hand', (text, deed) => {
  expect(readDeed(text)).toEqual(deed);
  expect(readAction(text)).toEqual({ kind: 'deed', deed });
});

test.each(['vote', 'join us', 'leave me alone', 'delete that', 'ban mallory', 'kick', 'reacting is fun'])(
  '%s is a message',
  (content) => {
    expect(readAction(content)).toEqual({ kind: 'message', content });
  },
);

test.each([
  ['react 👍 now please', 'Write: react <emoji>, or react <emoji> <message id>'],
  ['timeout @mallory', 'Write: timeout @member <minutes> <reason>; 0 minutes end it'],
])('%s is refused with what to write', (text, message) => {
  expect(() => readDeed(text)).toThrow(message);
});
