import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestBot, type TestBot, type TestMember } from '../src/index.ts';
import { doormanPlugin } from './doorman/plugin.ts';

let bot: TestBot;
let alice: TestMember;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [doormanPlugin] });
  const guild = await bot.guild({ enable: ['doorman'], prefix: '!' });
  alice = guild.member({ username: 'alice' });
});
afterAll(() => bot[Symbol.asyncDispose]());

/** The message with which a verb fails. */
async function failureOf(verb: Promise<unknown>): Promise<string> {
  const outcome = await verb.then(
    () => 'It did not fail.',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return outcome;
}

test('a verb that fails tells what the member saw, what the bot sent, and what it logged', async () => {
  await alice.slash('greet', { who: alice });
  await alice.prefix('!greet');

  const failure = await failureOf(alice.slash('gret', { who: alice }));

  expect(failure).toContain('alice sees no command "gret" here.');
  expect(failure).toMatch(/--- The member sees:\n.*Hello, @alice!/s);
  expect(failure).toMatch(/--- The bot sent:\n.*POST \/interactions\/\d+\/….* → 204/s);
  expect(failure).toMatch(/--- The bot logged:\n {2}warn: Somebody still uses prefix commands\./);
});

test('a refused request is shown with the reason for the refusal', async () => {
  const body = { code: 50_013, message: 'Missing Permissions' };
  bot.fault.failNext({ method: 'POST', status: 403, body, times: 10 });

  const failure = await failureOf(alice.prefix('!greet'));
  bot.fault.clear();

  expect(failure).toContain('The bot did not answer "!greet" within 5 s.');
  expect(failure).toMatch(/POST \/channels\/\d+\/messages .* → 403/);
  expect(failure).toMatch(/error|warn/);
});

test('reading the message of a reply that is a form says so', async () => {
  const form = await alice.click(await alice.slash('greet', { who: alice }), 'Write');

  expect(() => form.message).toThrow('There is no message: a form was opened: "Write a greeting".');
});

test('explains tests that failed, and no others', () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);

  bot.explainFailure({ task: { result: { state: 'pass' } } });
  expect(write).not.toHaveBeenCalled();

  bot.explainFailure({ task: { result: { state: 'fail' } } });
  expect(write).toHaveBeenCalledWith(expect.stringContaining('--- The bot sent:'));
  write.mockRestore();
});
