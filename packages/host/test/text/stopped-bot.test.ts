import { SettingsRepository } from '@twi/database';
import { expect, onTestFinished, test, vi } from 'vitest';
import { benchGuild, startBench } from '../start-bench.ts';
import { textProbePlugin } from './text-probe-plugin.ts';

const TAKEN_BACK_AFTER_MS = 20_000;

test('a bot that has stopped takes back none of its words, and does not fail over them', async () => {
  await using bench = await startBench([textProbePlugin]);
  const { guild, member, channelId } = await benchGuild(bench, ['text-probe']);
  await new SettingsRepository(bench.database.handle.db).append({
    guildId: guild.id,
    pluginId: 'core',
    value: { prefix: '!' },
    schemaVersion: 1,
    changedBy: null,
  });
  const refusals = () =>
    bench.sandbox.messages(channelId).filter(({ author }) => author.id === bench.sandbox.bot.id);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  await member.send('!answers refuse');
  await vi.waitFor(() => expect(refusals()).toHaveLength(1), 4_000);

  await bench.host.stop('the test asked for it');
  // Vitest fails a test whose process meets an error that nobody caught.
  await vi.advanceTimersByTimeAsync(TAKEN_BACK_AFTER_MS);

  expect(refusals()).toHaveLength(1);
});
