import { TestBot, type TestBotOptions } from './test-bot.ts';

export { seedTables } from './check/database/seed-tables.ts';
export type {
  HandlerSample,
  PluginProof,
  ProofBench,
  ProofCast,
  ProofPerson,
  ProofScene,
} from './plugin-proof.ts';
export { replySerializer } from './reply-serializer.ts';
export type { TestBot, TestBotOptions, TestGuildOptions } from './test-bot.ts';
export type { TestClock } from './test-clock.ts';
export type { TestGuild, TestMemberOptions } from './test-guild.ts';
export type { TestJobs } from './test-jobs.ts';
export type { Identified, MessageLike, OptionValues, TestMember } from './test-member.ts';
export { translatorFor } from './translator-for.ts';
export { textOf, type TestReply } from './test-reply.ts';

/**
 * Starts a bot for one test file: the real host, discord.js and PostgreSQL against a sandboxed Discord. Sapphire's
 * container is global, so a file has one bot; a test has a guild of its own.
 *
 * @example
 * const bot = await startTestBot({ plugins: [galleryPlugin] });
 * afterAll(() => bot[Symbol.asyncDispose]());
 *
 * const guild = await bot.guild({ enable: ['gallery'] });
 * const reply = await guild.member().slash('gallery random');
 */
export function startTestBot(options?: TestBotOptions): Promise<TestBot> {
  return TestBot.start(options);
}
