import { PermissionFlagsBits } from 'discord-api-types/v10';
import { enterVoice, isVoiceChannel, leaveVoice } from '../actions/voice.ts';
import type { VoiceFlags } from '../actions/voice.ts';
import { requireIn } from '../state/access.ts';
import { permissionsIn } from '../state/standing.ts';
import { SandboxActionError } from './action-error.ts';
import { placeOf } from './player.ts';
import type { Player } from './player.ts';

/** What a person does in voice, without sound: being in a channel, and what they switch off. */
export class VoiceActions {
  readonly #player: Player;

  constructor(player: Player) {
    this.#player = player;
  }

  /** Enters a voice channel, from another one or from none. @throws DiscordError 50013, SandboxActionError for a channel that is full or not for voice */
  async join(channelId: string, flags: VoiceFlags = {}): Promise<void> {
    const { world, userId } = this.#player;
    const { channel, guild } = placeOf({ ...this.#player, channelId });
    if (!guild || !isVoiceChannel(channel)) {
      throw new SandboxActionError('unknown-target', `#${channel.name} is not for voice`);
    }
    requireIn(world, channel, ['Connect'], userId);
    const limit = Number(channel.properties['user_limit'] ?? 0);
    const others = [...(guild.voiceStates?.values() ?? [])].filter(
      (state) => state.channelId === channelId && state.userId !== userId,
    );
    const movesMembers = (permissionsIn(world, channel, userId) & PermissionFlagsBits.MoveMembers) !== 0n;
    if (limit > 0 && others.length >= limit && !movesMembers) {
      throw new SandboxActionError('missing-permission', `#${channel.name} is full`);
    }
    enterVoice(world, guild, { userId, channel, flags });
  }

  /** Switches microphone, sound, camera or stream. @throws SandboxActionError for somebody who is not in voice */
  async set(flags: VoiceFlags): Promise<void> {
    const { world, userId } = this.#player;
    const { guild } = placeOf(this.#player);
    const state = guild?.voiceStates?.get(userId);
    if (!guild || !state) throw new SandboxActionError('unknown-target', 'They are not in voice');
    enterVoice(world, guild, { userId, channel: world.channel(state.channelId), flags });
  }

  /** Leaves voice. */
  async leave(): Promise<void> {
    const { guild } = placeOf(this.#player);
    if (guild) leaveVoice(this.#player.world, guild, this.#player.userId);
  }
}
