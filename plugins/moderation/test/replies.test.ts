import { isJSONEncodable, type APIEmbed } from 'discord.js';
import { expect, test } from 'vitest';
import type { PlainReply } from '@twi/sdk';
import { translatorFor } from '@twi/testing';
import { moderationPlugin } from '../src/plugin.ts';
import type { Case } from '../src/database/case-repository.ts';
import { actionReply } from '../src/replies/action-reply.ts';
import { caseLine, onOneLine } from '../src/replies/case-line.ts';
import { caseListReply } from '../src/replies/case-list-reply.ts';
import { caseReply } from '../src/replies/case-reply.ts';

const english = translatorFor(moderationPlugin);

const LONGEST_DESCRIPTION = 4_096;

function aCase(values: Partial<Case> = {}): Case {
  return {
    guildId: '100000000000000001',
    number: 7,
    type: 'ban',
    state: 'done',
    targetId: '200000000000000002',
    moderatorId: '200000000000000001',
    reason: 'Spam',
    dmState: 'sent',
    failure: null,
    liftFailure: null,
    createdAt: new Date('2030-01-01T00:00:00Z'),
    expiresAt: null,
    deletedAt: null,
    channelId: null,
    follows: null,
    causedBy: null,
    auditEntryId: null,
    ...values,
  };
}

function embedOf({ embeds = [] }: PlainReply): APIEmbed {
  const [embed] = embeds;
  if (!embed) throw new Error('There is no embed.');
  return isJSONEncodable(embed) ? embed.toJSON() : embed;
}

function fieldsOf(reply: PlainReply): Record<string, string> {
  return Object.fromEntries((embedOf(reply).fields ?? []).map(({ name, value }) => [name, value]));
}

test.each([
  ['sent', 'Banned <@200000000000000002> for 2 days (case #7).'],
  ['off', 'Banned <@200000000000000002> for 2 days (case #7).'],
  [null, 'Banned <@200000000000000002> for 2 days (case #7).'],
  [
    'closed',
    'Banned <@200000000000000002> for 2 days (case #7). Their direct messages are closed, so they were not told.',
  ],
  [
    'failed',
    'Banned <@200000000000000002> for 2 days (case #7). The message to them could not be delivered.',
  ],
] as const)('says what became of the message to the person: %s', (dmState, expected) => {
  expect(embedOf(actionReply(aCase({ dmState }), english, 172_800_000)).description).toBe(expected);
});

test('shows why a ban could not be lifted', () => {
  const reply = caseReply(aCase({ liftFailure: 'Discord says that I am not in this server.' }));

  expect(fieldsOf(reply)).toMatchObject({ 'Not lifted': 'Discord says that I am not in this server.' });
});

test('shows that an action is still in progress', () => {
  expect(fieldsOf(caseReply(aCase({ state: 'pending' })))).toMatchObject({ State: 'In progress' });
});

test('leaves out what a case does not have', () => {
  const reply = caseReply(aCase({ type: 'note', dmState: null }));

  expect(Object.keys(fieldsOf(reply))).toEqual(['Person', 'Moderator', 'When', 'State']);
});

test('marks what is not done in a list', () => {
  expect(caseLine(aCase({ state: 'pending' }))).toContain('**#7 Ban** (in progress) of');
  expect(caseLine(aCase({ state: 'failed' }))).toContain('**#7 Ban** (failed) of');
  expect(caseLine(aCase())).toContain('**#7 Ban** of');
});

test('keeps a reason on one line of bounded length', () => {
  expect(onOneLine('one\n two\t three')).toBe('one two three');
  expect(onOneLine('x'.repeat(200))).toBe(`${'x'.repeat(119)}…`);
});

test('fits ten cases with the longest reasons on a page', () => {
  const rows = Array.from({ length: 10 }, () =>
    aCase({ number: 2_147_483_647, type: 'untimeout', state: 'pending', reason: 'x'.repeat(1_000) }),
  );

  const { description = '' } = embedOf(caseListReply({ rows, previous: undefined, next: undefined }, {}));

  expect(description.length).toBeLessThan(LONGEST_DESCRIPTION);
  expect(description.split('\n')).toHaveLength(10);
});
