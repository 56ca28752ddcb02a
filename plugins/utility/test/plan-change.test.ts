import { expect, test } from 'vitest';
import { planChange } from '../src/roles/plan-change.ts';
import type { SelfRole } from '../src/roles/self-role.ts';

function role(roleId: string, values: Partial<SelfRole> = {}): SelfRole {
  return {
    roleId,
    category: 'Roles',
    description: null,
    emoji: null,
    exclusiveGroup: null,
    requiredRoleIds: [],
    weight: 0,
    ...values,
  };
}

const NEWS = role('1');
const RED = role('2', { exclusiveGroup: 'Colours' });
const BLUE = role('3', { exclusiveGroup: 'Colours' });
const CAT = role('4', { exclusiveGroup: 'Pets' });
const VIP = role('5', { requiredRoleIds: ['80', '81'] });
const offered = [NEWS, RED, BLUE, CAT, VIP];

function plan(held: readonly string[], take: readonly string[], drop: readonly string[] = []) {
  const { locked, ...changes } = planChange({ held: new Set(held), offered, take, drop });
  return { ...changes, locked: locked.map(({ roleId }) => roleId) };
}

const NOTHING = { add: [], remove: [], unknown: [], locked: [] };

test('gives a role', () => {
  expect(plan([], ['1'])).toEqual({ ...NOTHING, add: ['1'] });
});

test('does nothing for a role that somebody has already, or does not have', () => {
  expect(plan(['1'], ['1'])).toEqual(NOTHING);
  expect(plan([], [], ['1'])).toEqual(NOTHING);
});

test('takes away the other role of an exclusive group, and none of another', () => {
  expect(plan(['2', '4', '99'], ['3'])).toEqual({ ...NOTHING, add: ['3'], remove: ['2'] });
});

test('gives the last of several of an exclusive group', () => {
  expect(plan(['4'], ['2', '3', '1'])).toEqual({ ...NOTHING, add: ['3', '1'] });
});

test('mends what somebody had before roles became exclusive', () => {
  expect(plan(['2', '3'], [], ['2'])).toEqual({ ...NOTHING, remove: ['2'] });
});

test('never takes a role that is none to choose', () => {
  expect(plan(['99'], [], ['99'])).toEqual(NOTHING);
});

test('tells a role that is none to choose', () => {
  expect(plan([], ['98', '1'])).toEqual({ ...NOTHING, add: ['1'], unknown: ['98'] });
});

test('gives a role that asks for others to who has any of them, and takes nothing from who has none', () => {
  expect(plan(['81'], ['5'])).toEqual({ ...NOTHING, add: ['5'] });
  expect(plan(['82'], ['5'])).toEqual({ ...NOTHING, locked: ['5'] });
});

test('takes no role away for one that is locked', () => {
  const locked = role('6', { exclusiveGroup: 'Colours', requiredRoleIds: ['80'] });

  const { remove, add } = planChange({
    held: new Set(['2']),
    offered: [...offered, locked],
    take: ['6'],
    drop: [],
  });

  expect({ remove, add }).toEqual({ remove: [], add: [] });
});
