import { startTestBot, type TestBot, type TestGuild, textOf, translatorFor } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/plugin.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());
afterEach((context) => bot.explainFailure(context));

/** A guild whose staff chose a language, if they did. */
async function guildWith(language?: string): Promise<TestGuild> {
  const guild = await bot.guild({ enable: ['moderation'] });
  if (language !== undefined)
    await guild.owner.slash('config set', { plugin: 'core', key: 'locale', value: language });
  return guild;
}

test.each([
  ['de', 'wurde für 2 Tage gebannt (Fall #1).'],
  ['es-419', 'ha sido baneado durante 2 días (caso #1).'],
  ['fr', 'for 2 days (case #1).'],
] as const)('a moderator whose client speaks %s reads that a ban %s', async (locale, words) => {
  const guild = await guildWith();
  const moderator = guild.member({ permissions: ['BanMembers'], locale });
  const target = guild.member();

  const answer = await moderator.slash('ban', { user: target, duration: '2d' });

  expect(textOf(answer.message)).toContain(words);
});

test('the target reads the language of the guild, whatever the moderator speaks', async () => {
  const guild = await guildWith('de');
  const moderator = guild.member({ permissions: ['ModerateMembers'], locale: 'es-ES' });
  const target = guild.member({ locale: 'fr' });

  await moderator.slash('timeout', { user: target, duration: '1h', reason: 'Werbung' });

  const [told] = target.directMessages;
  expect(told?.embeds[0]?.description).toBe(
    `Du bist auf **${guild.sandbox.name}** für 1 Stunde im Timeout.\nGrund: Werbung`,
  );
});

test('a German moderator finds the commands described in German', async () => {
  const guild = await guildWith();
  const moderator = guild.member({ permissions: ['BanMembers'], locale: 'de' });

  const ban = moderator.actor.commands().find(({ name }) => name === 'ban');

  expect(ban?.description).toBe('Jemanden bannen, für immer oder eine Zeit lang');
});

test.each(['de', 'es-ES'] as const)('points are counted in %s', (locale) => {
  const t = translatorFor(moderationPlugin, locale);
  const one = t('moderation:warned.points', { count: 1 });
  const many = t('moderation:warned.points', { count: 1_234_567 });
  expect(one).toContain('1 ');
  expect(many).toContain('1.234.567');
  expect(many).not.toContain(one.slice(-6));
});
