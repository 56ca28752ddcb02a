import { expect, test } from 'vitest';
import { planOf } from '../../src/automod/actions/plan.ts';
import { reasonOf } from '../../src/automod/actions/reason.ts';
import { marked } from '../../src/automod/actions/marked.ts';
import { HandledMessages } from '../../src/automod/handled-messages.ts';
import type { Finding } from '../../src/automod/engine/rule-set.ts';
import type { AutomodAction } from '../../src/automod/rules/action.ts';
import type { Condition } from '../../src/automod/rules/condition.ts';

const LINKS: Condition = { type: 'links', mode: 'any', domains: [] };
const FLOOD: Condition = { type: 'rate', count: 3, windowMs: 60_000 };

function finding(number: number, actions: AutomodAction[], condition: Condition = LINKS): Finding {
  const definition = { condition, actions, exemptRoleIds: [], exemptChannelIds: [] };
  const rule = { number, version: 1, name: `Rule ${number}`, isEnabled: true, isDryRun: false, definition };
  return { rule, hits: [{ what: 'a link' }] };
}

test.each<[AutomodAction[], AutomodAction | undefined]>([
  [[{ type: 'warn' }, { type: 'timeout', durationMs: 1_000 }], { type: 'timeout', durationMs: 1_000 }],
  [[{ type: 'ban' }, { type: 'kick' }, { type: 'warn' }], { type: 'ban' }],
  [
    [
      { type: 'timeout', durationMs: 5_000 },
      { type: 'timeout', durationMs: 9_000 },
      { type: 'timeout', durationMs: 7_000 },
    ],
    { type: 'timeout', durationMs: 9_000 },
  ],
  [[{ type: 'ban' }, { type: 'ban', durationMs: 1_000 }], { type: 'ban' }],
  [[{ type: 'delete' }, { type: 'log' }], undefined],
])('of %j the strongest is %j', (actions, strongest) => {
  expect(planOf(actions.map((action, at) => finding(at, [action]))).sanction).toEqual(strongest);
});

test('does everything else once', () => {
  const actions: AutomodAction[] = [
    { type: 'delete' },
    { type: 'role', roleId: '1' },
    { type: 'log', channelId: '2' },
    { type: 'reply', text: 'first' },
  ];

  const plan = planOf([finding(1, actions), finding(2, [...actions, { type: 'reply', text: 'second' }])]);

  expect(plan).toEqual({
    deletes: true,
    sanction: undefined,
    roleIds: ['1'],
    reply: 'first',
    logChannelIds: ['2'],
  });
});

test('names all rules in the reason, within what a case holds', () => {
  expect(reasonOf([finding(1, []), finding(2, [])])).toBe('Automod: Rule 1 (a link); Rule 2 (a link)');
  expect(reasonOf(Array.from({ length: 100 }, (_, at) => finding(at, [])))).toHaveLength(1_000);
});

test('claims each rule once for a message', () => {
  const handled = new HandledMessages();
  const both = [finding(1, []), finding(2, [])];

  expect(handled.claim('1', both.slice(0, 1))).toHaveLength(1);
  expect(handled.claim('1', both).map(({ rule }) => rule.number)).toEqual([2]);
  expect(handled.claim('2', both)).toHaveLength(2);
});

test('sanctions a flood again when its time is over', () => {
  const handled = new HandledMessages();
  const flood = finding(1, [{ type: 'delete' }, { type: 'warn' }], FLOOD);
  const typesAt = (now: number, key = 'mallory') =>
    handled.tempered(key, flood, now).rule.definition.actions.map(({ type }) => type);

  expect(typesAt(0)).toEqual(['delete', 'warn']);
  expect(typesAt(59_000)).toEqual(['delete']);
  expect(typesAt(59_000, 'carol')).toEqual(['delete', 'warn']);
  expect(typesAt(60_000)).toEqual(['delete', 'warn']);
});

test('marks a find in a text that formats nothing else', () => {
  const content = `${'x'.repeat(300)} **bold** [a](https://b) bad\nword ${'y'.repeat(300)}`;
  const start = content.indexOf('bad');

  const shown = marked(content, { what: 'the word "bad"', part: { start, end: start + 3 } });

  expect(shown).toContain(String.raw`\*\*bold\*\*`);
  expect(shown).toContain('**__bad__** word');
  expect(shown?.startsWith('…')).toBe(true);
  expect(marked('\ud800bad', { what: 'x', part: { start: 0, end: 1 } })?.isWellFormed()).toBe(true);
});
