import {
  MessageFlags,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  isJSONEncodable,
} from 'discord.js';
import { expect, test } from 'vitest';
import { reply, type Reply } from '../src/index.ts';

type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

function json<T>(values: readonly unknown[] | undefined): T[] {
  return (values ?? []).map((value) => (isJSONEncodable(value) ? value.toJSON() : value) as T);
}

function buttons(answer: Reply): APIButtonComponentWithCustomId[] {
  return json<ButtonRow>(answer.components).flatMap((row) => row.components);
}

test.each(['success', 'info', 'warning', 'error'] as const)('%s never pings whom it quotes', (kind) => {
  expect(reply[kind]('Hello <@1> @everyone').allowedMentions).toEqual({ parse: [] });
});

test('errors are for the caller alone, results for the channel', () => {
  expect(reply.error('No.').flags).toBe(MessageFlags.Ephemeral);
  expect(reply.success('Done.').flags).toBeUndefined();
});

test('cuts a text that Discord would refuse, visibly', () => {
  const [embed] = json<{ description: string }>(reply.info('x'.repeat(5000)).embeds);

  expect(embed?.description).toHaveLength(4096);
  expect(embed?.description.endsWith('…')).toBe(true);
});

test('a list says when it is empty and has no buttons when there is one page', () => {
  const answer = reply.list([], { empty: 'No cases yet.' });

  expect(json<{ description: string }>(answer.embeds)[0]?.description).toBe('No cases yet.');
  expect(answer.components).toEqual([]);
});

test('a list greys out the direction that leads nowhere', () => {
  const [previous, next] = buttons(reply.list(['one'], { empty: '', next: 'a/b:2' }));

  expect(previous).toMatchObject({ label: 'Previous', disabled: true });
  expect(next).toMatchObject({ label: 'Next', disabled: false, custom_id: 'a/b:2' });
});

test('a confirmation offers to do it and to leave it', () => {
  const answer = reply.confirmation('Ban 12 members?', {
    label: 'Ban 12 members',
    confirmId: 'a/b:yes',
    cancelId: 'a/b:no',
  });

  expect(answer.flags).toBe(MessageFlags.Ephemeral);
  expect(buttons(answer).map((button) => button.custom_id)).toEqual(['a/b:yes', 'a/b:no']);
});
