import { expect, test } from 'vitest';
import { chooseParts, isWanted } from '../src/choose-parts.ts';

const CODE = `first
// #if job
job
// #else
//= no job
// #endif
last
`;

test('keeps what belongs to a contribution of the plugin', () => {
  expect(chooseParts(CODE, new Set(['job']))).toBe('first\njob\nlast\n');
});

test('leaves out what belongs to others, and takes the alternative', () => {
  expect(chooseParts(CODE, new Set(['table']))).toBe('first\nno job\nlast\n');
});

test('keeps the indentation of alternatives', () => {
  const code = '  // #if job\n  a\n  // #else\n  //= b\n  // #endif\n';

  expect(chooseParts(code, new Set())).toBe('  b\n');
});

test('closes the gap that a block leaves in a page', () => {
  const page = '# Title\n\n<!-- #if job -->\n\n## Jobs\n\n<!-- #endif -->\n\n## End\n';

  expect(chooseParts(page, new Set())).toBe('# Title\n\n## End\n');
  expect(chooseParts(page, new Set(['job']))).toBe('# Title\n\n## Jobs\n\n## End\n');
});

test('leaves ordinary comments alone', () => {
  expect(chooseParts('// a comment\n', new Set())).toBe('// a comment\n');
});

test('leaves out the files of contributions that the plugin does not have', () => {
  expect(isWanted('src/jobs/jobs.ts', new Set(['table']))).toBe(false);
  expect(isWanted('src/jobs/jobs.ts', new Set(['job']))).toBe(true);
  expect(isWanted('src/settings.ts', new Set(['job']))).toBe(false);
  expect(isWanted('src/plugin.ts', new Set())).toBe(true);
});
