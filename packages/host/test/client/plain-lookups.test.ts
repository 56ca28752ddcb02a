import { expect, test } from 'vitest';
import { benchGuild, startBench } from '../start-bench.ts';
import { textProbePlugin } from '../text/text-probe-plugin.ts';

test('a text that names what all objects inherit is taken for nothing that was chosen', async () => {
  await using bench = await startBench([textProbePlugin]);
  const { guild, channelId, member } = await benchGuild(bench, ['text-probe']);
  const known = () => bench.host.client.guilds.cache.get(guild.id);
  const chosen = {
    user: member.userId,
    role: guild.addRole({ name: 'Staff' }).id,
    channel: channelId,
    file: { filename: 'note.txt', bytes: Buffer.from('Hello') },
  };

  for (const words of ['constructor', 'toString', '__proto__']) {
    const exchange = await member.slash('every', { ...chosen, count: 3, kind: 'blue', words });
    expect(JSON.stringify(exchange.response)).toContain(words);
  }

  expect(
    known()
      ?.roles.cache.map(({ name }) => name)
      .toSorted(),
  ).toEqual(guild.roles.map(({ name }) => name).toSorted());
  expect(bench.host.client.users.cache.map(({ id }) => id)).not.toContain(undefined);
  expect(known()?.members.cache.get(member.userId)?.permissions.has('ViewChannel')).toBe(true);
});
