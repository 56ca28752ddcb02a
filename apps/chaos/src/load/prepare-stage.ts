import type { Exchange, SlashValues } from '@twi/sandbox';
import type { Stage } from './stage.ts';

const PLUGINS = ['moderation', 'gallery', 'creator-links', 'stats', 'integrations', 'utility'] as const;
/** For the answer of a feed that is fetched first. */
const PATIENCE_MS = 30_000;

/** Turns all plugins on and sets them up, as an owner does. @throws Error when the bot refuses any of it */
export async function prepareStage(stage: Stage, feedUrl: string): Promise<void> {
  const { owner } = stage;
  const ask = async (line: string, values: SlashValues): Promise<void> => {
    const exchange: Exchange = await owner.slash(line, values);
    await exchange.settled({ timeoutMs: PATIENCE_MS });
    const { response } = exchange;
    if (response?.embeds[0]?.color === 0xed4245)
      throw new Error(`/${line} was refused: ${response.embeds[0].description}`);
  };
  const set = (plugin: string, key: string, value: string): Promise<void> =>
    ask('config set', { plugin, key, value });

  for (const plugin of PLUGINS) await ask('plugins enable', { plugin });
  await set('gallery', 'starboardChannel', stage.channelId('board'));
  await set('gallery', 'starboardThreshold', '2');
  await set('moderation', 'logModeration', stage.channelId('log'));
  await set('utility', 'reminderMax', '100');
  await set('integrations', 'feedCatchUp', '50');
  await set('creator-links', 'maxLinks', '100');
  await set('creator-links', 'maxLibraryLinks', '2000');
  await ask('gallery-admin channel add', { channel: stage.channelId('art') });
  await ask('role-admin add', { role: stage.roleId, description: 'Wants to play' });
  await ask('role-panel', { channel: stage.channelId('art') });
  await ask('feed add', { source: 'rss', target: feedUrl, channel: stage.channelId('news') });
}
