import { expect, test } from 'vitest';
import { PluginDirectories } from '../../src/lifecycle/plugin-directories.ts';

const directories = new PluginDirectories();
directories.set('/plugins/outer', 'outer');
directories.set('/plugins/with space', 'spaced');
directories.set('/plugins/outer-too', 'other');

test.each([
  ['a module', 'Error: x\n    at f (file:///plugins/outer/src/a.ts:1:2)', 'outer'],
  ['a reloaded module', 'Error: x\n    at file:///plugins/outer/a.ts?generation=3:1:2', 'outer'],
  ['a file that was required', 'Error: x\n    at f (/plugins/outer/a.cjs:1:2)', 'outer'],
  [
    'a folder whose name begins like another',
    'Error: x\n    at f (file:///plugins/outer-too/a.ts:1:2)',
    'other',
  ],
  ['a folder with a space', 'Error: x\n    at f (file:///plugins/with%20space/a.ts:1:2)', 'spaced'],
  [
    'the nearest of two',
    'Error: x\n    at f (/plugins/outer-too/a.ts:1:2)\n    at g (/plugins/outer/b.ts:1:2)',
    'other',
  ],
  ['the host', 'Error: x\n    at f (file:///host/src/a.ts:1:2)', undefined],
  ['nothing', '', undefined],
])('attributes %s', (_case, stack, expected) => {
  expect(directories.ownerOf(stack)).toBe(expected);
});
