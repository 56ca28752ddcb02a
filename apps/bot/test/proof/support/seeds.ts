import type { SlashValues } from '@twi/sandbox';
import type { ProofBot } from './proof-bot.ts';
import type { Scene } from './scene.ts';

/** What the owner does first, so that there is something to suggest and to show. */
export async function sow({ sandbox, owner }: ProofBot, { channelId, victimId }: Scene): Promise<void> {
  const actor = sandbox.as(owner.id, { channelId });
  const warning: SlashValues = { user: victimId, reason: 'Spam' };
  const lines: readonly (readonly [string, SlashValues])[] = [
    ['config set', { plugin: 'moderation', key: 'reasonPresets', value: 'Spam; Rude words' }],
    ['warn', warning],
    ['warn', warning],
    ['case delete', { number: 2 }],
    ['automod add', { name: 'Links', trigger: 'Links', action: 'log' }],
  ];
  for (const [line, values] of lines) {
    const { response } = await actor.slash(line, values);
    if (JSON.stringify(response).includes('❌')) throw new Error(`/${line}: ${JSON.stringify(response)}`);
  }
}
