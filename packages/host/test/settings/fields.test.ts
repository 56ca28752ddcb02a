import { setting, snowflake } from '@twi/sdk';
import type { Guild } from 'discord.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { parseSettingsFile, writeSettingsFile } from '../../src/core/config/settings-file.ts';
import { prefill, readInputs } from '../../src/core/config/form-values.ts';
import { checkTyped, checkValue } from '../../src/settings/fields/check-value.ts';
import { describeFields } from '../../src/settings/fields/describe-fields.ts';
import { writeValue } from '../../src/settings/fields/write-value.ts';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';

const words = { title: 'Title', description: 'What it is' };
const RUNS = 150;

let scene: HostScene;
let guild: Guild;
let channels: string[];
let roles: string[];
let people: string[];

beforeAll(async () => {
  scene = await hostScene();
  channels = ['one', 'two', 'three'].map((name) => scene.guild.addChannel({ name }).id);
  roles = ['Staff', 'Helpers', 'a, b'].map((name) => scene.guild.addRole({ name }).id);
  people = [scene.owner.userId];
  await scene.start();
  guild = await scene.host.client.guilds.fetch(scene.guild.id);
}, 60_000);
afterAll(() => scene[Symbol.asyncDispose]());

/** A field of a schema with a value that it takes. */
interface Sample {
  readonly type: z.ZodType;
  readonly value: unknown;
}

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const emoji = fc.constantFrom('👍', '👩‍👩‍👧', '🇩🇪', '🎉');
const duration = fc.integer({ min: 1_000, max: 300_000_000_000 });

function of(type: z.ZodType, values: fc.Arbitrary<unknown>): fc.Arbitrary<Sample> {
  return values.map((value) => ({ type, value }));
}

const orNothing = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.option(values);
const someOf = (ids: readonly string[]): fc.Arbitrary<unknown> => fc.subarray([...ids]);

/** A field of any kind, with a value. */
function samples(): fc.Arbitrary<Sample> {
  const options = { quiet: 'Quiet', loud: 'Very loud', none: 'Not at all' };
  const inner = { kind: 'duration' } as const;
  return fc.oneof(
    of(setting.text({ ...words, default: 'x' }), text),
    of(setting.text({ ...words, multiline: true }), orNothing(text)),
    of(setting.number({ ...words, default: 1 }), fc.maxSafeInteger()),
    of(
      setting.number({ ...words, fractions: true }),
      orNothing(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((n) => n + 0)),
    ),
    of(setting.boolean(words), fc.boolean()),
    of(setting.choice({ ...words, options, default: 'loud' }), fc.constantFrom('quiet', 'loud', 'none')),
    of(setting.duration({ ...words, default: 60_000 }), duration),
    of(setting.colour(words), orNothing(fc.integer({ min: 0, max: 0xff_ff_ff }))),
    of(setting.emoji(words), orNothing(emoji)),
    of(setting.channel(words), orNothing(fc.constantFrom(...channels))),
    of(setting.channels(words), someOf(channels)),
    of(setting.role(words), orNothing(fc.constantFrom(...roles))),
    of(setting.roles(words), someOf(roles)),
    of(setting.user(words), orNothing(fc.constantFrom(...people))),
    of(setting.users(words), someOf(people)),
    of(setting.list({ ...words, of: z.string(), default: ['x'] }), fc.array(text, { maxLength: 5 })),
    of(setting.list({ ...words, of: z.number().int().meta(inner) }), fc.array(duration, { maxLength: 5 })),
    of(
      setting.record({ ...words, of: z.string() }),
      fc.dictionary(
        text.filter((key) => key !== '' && key !== '__proto__'),
        text,
        { maxKeys: 4 },
      ),
    ),
    of(
      setting.record({ ...words, keys: snowflake.meta({ kind: 'role' }), of: z.number() }),
      fc.dictionary(fc.constantFrom(...roles), fc.integer()),
    ),
    of(
      z
        .array(z.strictObject({ a: z.number() }))
        .nullable()
        .default(null)
        .meta(words),
      orNothing(fc.constant([])),
    ),
  );
}

/** Schemas of up to eight fields, each with a value. */
function schemas(): fc.Arbitrary<readonly Sample[]> {
  return fc.array(samples(), { minLength: 1, maxLength: 8 });
}

function fieldsOf(fields: readonly Sample[]) {
  const shape = Object.fromEntries(fields.map(({ type }, index) => [`field${index}`, type]));
  const values = Object.fromEntries(fields.map(({ value }, index) => [`field${index}`, value]));
  return { described: describeFields(z.strictObject(shape)), values };
}

test('what is written for people is read back as it was, whatever the schema', async () => {
  await fc.assert(
    fc.asyncProperty(schemas(), async (sample) => {
      const { described, values } = fieldsOf(sample);
      for (const field of described) {
        const typed = writeValue(field, values[field.name]);
        expect({ typed, ...(await checkTyped(field, typed, guild)) }).toEqual({
          typed,
          value: values[field.name],
        });
      }
    }),
    { numRuns: RUNS },
  );
});

test('an exported file imports what it was made of, whatever the schema', async () => {
  await fc.assert(
    fc.asyncProperty(schemas(), async (sample) => {
      const { described, values } = fieldsOf(sample);
      const file = writeSettingsFile({ any: { enabled: true, settingsVersion: 1, settings: values } });
      const parsed = parseSettingsFile(file);
      if ('problem' in parsed) throw new Error(parsed.problem);
      const imported = parsed.file.plugins['any']?.settings ?? {};
      for (const field of described)
        expect(await checkValue(field, imported[field.name], guild)).toEqual({ value: values[field.name] });
    }),
    { numRuns: RUNS },
  );
});

test('a form that is sent as it was opened changes nothing, whatever the schema', async () => {
  await fc.assert(
    fc.asyncProperty(schemas(), async (sample) => {
      const { described, values } = fieldsOf(sample);
      const state = { revision: 1, values, stored: values, problems: [] };
      const untouched = new Map(described.map((field) => [field, prefill(field, state)]));
      expect(await readInputs(untouched, state, guild)).toEqual({ values: new Map() });
    }),
    { numRuns: RUNS },
  );
});
