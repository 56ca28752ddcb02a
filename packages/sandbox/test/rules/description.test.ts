import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { REQUEST_SCHEMAS } from '../../src/rules/request-schemas.ts';
import { judge } from './judge.ts';

// The types of the package are sources that only a laxer compiler takes, so its list is read as data.
const PACKAGE: string = 'discord-api-spec';
const { pathsList } = z
  .object({ pathsList: z.record(z.string(), z.array(z.string())) })
  .parse(await import(PACKAGE));

const described = new Set(
  Object.entries(pathsList).flatMap(([method, paths]) =>
    paths.map((path) => `${method.toUpperCase()} ${path}`),
  ),
);

/** Every client asks it for addresses that work; the description leaves it out. */
const UNDESCRIBED = 'POST /attachments/refresh-urls';
const ROUTES = Object.keys(REQUEST_SCHEMAS).filter((route) => route !== UNDESCRIBED);

test.each(ROUTES)('%s is a route of the description', (route) => {
  expect(described).toContain(route);
});

// The description as JSON is not part of this repository; where it is at hand, the routes are held against it.
const path = process.env['DISCORD_OPENAPI'];

const schema = z.object({ required: z.array(z.string()).optional(), type: z.unknown().optional() });
const operation = z.object({
  requestBody: z
    .object({
      content: z.record(z.string(), z.object({ schema: schema.extend({ $ref: z.string().optional() }) })),
    })
    .optional(),
});
const description = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.union([operation, z.array(z.unknown())]))),
  components: z.object({ schemas: z.record(z.string(), schema) }),
});

/** The schema depends on the body, or the body does not matter. */
const ELSEWHERE = new Set([
  'POST /interactions/{interaction_id}/{interaction_token}/callback',
  'PATCH /channels/{channel_id}',
  'POST /channels/{channel_id}/threads',
  'DELETE /guilds/{guild_id}/bans/{user_id}',
]);
/** For games, partners, people with a token of their own, other services, and forms that a bot cannot send as JSON. */
const OTHERS =
  /lobbies|partner-sdk|recipients|users\/@me\/applications|github|slack|requests|exceptions|stickers/;

describe.skipIf(path === undefined)(
  'the description as JSON (DISCORD_OPENAPI names the file; skipped without it)',
  () => {
    const { paths, components } = description.parse(
      path === undefined
        ? { paths: {}, components: { schemas: {} } }
        : JSON.parse(readFileSync(path, 'utf8')),
    );
    const bodies = Object.entries(paths).flatMap(([template, operations]) =>
      Object.entries(operations).flatMap(([method, one]) => {
        const body = Array.isArray(one) ? undefined : one.requestBody?.content['application/json']?.schema;
        if (!body) return [];
        const { required = [] } = body.$ref
          ? (components.schemas[body.$ref.split('/').at(-1) ?? ''] ?? body)
          : body;
        return [
          { route: `${method.toUpperCase()} ${template}`, method: method.toUpperCase(), template, required },
        ];
      }),
    );

    test.each(bodies.filter(({ route }) => route in REQUEST_SCHEMAS && route !== 'PATCH /users/@me'))(
      '$route demands what the description demands',
      ({ method, template, required }) => {
        const missing = judge({ method, template, body: {} }).filter((fault) =>
          fault.endsWith(': BASE_TYPE_REQUIRED'),
        );

        expect(missing.map((fault) => fault.replace(': BASE_TYPE_REQUIRED', ''))).toEqual(
          expect.arrayContaining(required),
        );
      },
    );

    test('no route that a bot of guilds needs is forgotten', () => {
      const forgotten = bodies
        .map(({ route }) => route)
        .filter((route) => !(route in REQUEST_SCHEMAS) && !ELSEWHERE.has(route) && !OTHERS.test(route));

      expect(forgotten).toEqual([]);
    });
  },
);
