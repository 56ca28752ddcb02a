import { expect, test } from 'vitest';
import { RunContext } from '../../src/dispatch/run-context.ts';
import { createLogger, type HostLogger } from '../../src/logging/logger.ts';
import { createRedact } from '../../src/logging/redact.ts';

function start(logFormat: 'pretty' | 'json'): { logger: HostLogger; lines: string[]; runs: RunContext } {
  const lines: string[] = [];
  const runs = new RunContext();
  const redact = createRedact(['topsecret']);
  const logger = createLogger({
    logFormat,
    logLevel: 'info',
    redact,
    runs,
    logTo: (line) => lines.push(line),
  });
  return { logger, lines, runs };
}

function nested(): Error {
  return new Error('outer topsecret', {
    cause: new Error('inner topsecret', { cause: { password: 'hunter2' } }),
  });
}

test.each(['pretty', 'json'] as const)('%s lines hide secrets in nested errors and objects', (format) => {
  const { logger, lines } = start(format);

  logger.error('It broke for topsecret:', nested(), { deep: { url: 'postgres://a:hunter2@db/x' } });

  const text = lines.join('\n');
  expect(text).toContain('outer');
  expect(text).toContain('inner');
  expect(text).not.toContain('topsecret');
  expect(text).not.toContain('hunter2');
});

test('a JSON line names level, time, plugin, guild and correlation id of the run', () => {
  const { logger, lines, runs } = start('json');
  const run = runs.open({
    plugin: 'gallery',
    kind: 'listener',
    name: 'gallery/x',
    guildId: '123456789012345678',
  });

  runs.within(run, () => logger.warn('low', 'disk', new Error('x')));

  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-/),
    plugin: 'gallery',
    guildId: '123456789012345678',
    correlationId: run.correlationId,
    msg: 'low disk',
    err: { type: 'Error', message: 'x' },
  });
});

test('a child logger says its fields in every line, and its children keep them', () => {
  const { logger, lines } = start('json');

  logger.child({ plugin: 'stats' }).child({ guildId: '1' }).info('hello');

  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ plugin: 'stats', guildId: '1', msg: 'hello' });
});

test('a line for people names the plugin', () => {
  const { logger, lines } = start('pretty');

  logger.child({ plugin: 'stats' }).info('hello');

  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/INFO.*\[stats\] hello/);
});

test.each(['pretty', 'json'] as const)('%s leaves out what is below its level', (format) => {
  const { logger, lines } = start(format);

  logger.debug('quiet');

  expect(lines).toEqual([]);
});
