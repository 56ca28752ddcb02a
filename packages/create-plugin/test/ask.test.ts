import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { ask } from '../src/ask.ts';
import { parseCommandLine } from '../src/command-line.ts';

/** A person who types lines, and what they see. */
async function converse(words: readonly string[], lines: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const left = [...lines];
  // A person answers what they are asked.
  output.on('data', (shown: Buffer) => {
    if (!/[?)] $/.test(String(shown))) return;
    const line = left.shift();
    if (line !== undefined) input.write(`${line}\n`);
  });
  const copy = new PassThrough();
  output.pipe(copy);
  const answers = await ask(parseCommandLine(words), { input, output });
  output.end();
  return { answers, seen: await text(copy) };
}

test('asks for the name and for what the plugin adds', async () => {
  const { answers, seen } = await converse([], ['gallery', 'job']);

  expect(answers.name.id).toBe('gallery');
  expect(answers.contributions).toEqual(new Set(['job', 'table']));
  expect(seen).toContain('listener  a listener to an event of Discord');
});

test('takes an empty answer for the usual contributions', async () => {
  const { answers } = await converse(['gallery'], ['']);

  expect(answers.contributions).toEqual(new Set(['command', 'listener', 'setting', 'table']));
});

test('asks again after an answer that cannot be used, and says why', async () => {
  const { answers, seen } = await converse(['--adds', 'table'], ['My Gallery', 'gallery']);

  expect(answers.name.id).toBe('gallery');
  expect(seen).toContain('The name "My Gallery" cannot be used.');
});

test('asks nothing when the command line says it all', async () => {
  const { seen } = await converse(['gallery', '--adds', 'table'], []);

  expect(seen).toBe('');
});
