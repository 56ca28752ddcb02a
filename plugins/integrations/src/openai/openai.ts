import { UserError } from '@twi/sdk';
import type { GuildMember, GuildTextBasedChannel, Snowflake } from 'discord.js';
import { type Conversation, readConversation } from '../conversations/conversation.ts';
import { splitIntoParts } from '../conversations/parts.ts';
import { readableChannel } from '../conversations/readable-channel.ts';
import type { Utterance } from '../conversations/utterance.ts';
import type { IntegrationsContext } from '../context.ts';
import type { Quotas } from '../services/quotas.ts';
import { secretOf } from '../services/secret-of.ts';
import type { Asker } from './ask-for.ts';
import { DailyUses } from './daily-uses.ts';
import { OpenAiClient } from './openai-client.ts';
import { openAiRefusal } from './openai-errors.ts';
import { checkRules, type Finding } from './rule-check.ts';
import { rulesOf } from './rules-of.ts';
import { type Summary, sent, summarise } from './summaries.ts';

/** What is to be read, for whom. */
export interface OpenAiRequest {
  readonly member: GuildMember;
  readonly channelId: Snowflake;
  /** How many messages, from 1 to 200. */
  readonly count: number;
  /** Where what comes of it is shown. */
  readonly shownIn: GuildTextBasedChannel | null;
  /** In which language, as Discord calls it: `en-US`. */
  readonly locale: string;
  /** Told before each request to OpenAI: which it is, of how many. */
  readonly onRequest: (request: number, of: number) => Promise<unknown>;
}

/** What was read, and by which model. */
export interface ReadBy {
  readonly channel: GuildTextBasedChannel;
  /** As far as there was room, oldest first. */
  readonly conversation: Conversation;
  /** How many of the oldest messages had no room. */
  readonly leftOut: number;
  readonly model: string;
}

/** What OpenAI makes of conversations. Nothing of them is kept. */
export class OpenAi {
  /** How often guilds may ask. */
  readonly uses: DailyUses;
  readonly #context: IntegrationsContext;
  readonly #client: OpenAiClient;

  constructor(context: IntegrationsContext, quotas: Quotas) {
    this.#context = context;
    this.uses = new DailyUses(context);
    this.#client = new OpenAiClient({
      http: context.http,
      quotas,
      base: context.serviceAddress('openai'),
    });
  }

  /** Summarises what was said in a channel; whoever opted out of statistics is left out. @throws {UserError} */
  async summarise(request: OpenAiRequest): Promise<ReadBy & { readonly summary: Summary }> {
    const { member, count, locale, onRequest } = request;
    const asker = await this.#askerOf(member.guild.id);
    const channel = await this.#channelOf(request);
    const read = await this.#read(channel, count, { isOptOutKept: true });
    const { parts } = read;
    const { answer, model } = await this.uses.spend(channel.guildId, (onAnswer) =>
      summarise({ ...asker, onAnswer }, { parts, language: languageOf(locale), onRequest }),
    );
    return { ...read, channel, summary: answer, model };
  }

  /** Looks for messages that may be against the rules of a guild. Does nothing about them. @throws {UserError} */
  async checkRules(request: OpenAiRequest): Promise<ReadBy & { readonly findings: readonly Finding[] }> {
    const { member, count, locale, onRequest } = request;
    const asker = await this.#askerOf(member.guild.id);
    const channel = await this.#channelOf(request);
    const { moderateRules } = await this.#context.settings.get(member.guild.id);
    const rules = await rulesOf(member, moderateRules);
    if (rules.length === 0) throw new UserError(openAiRefusal('no-rules'));
    const read = await this.#read(channel, count, { isOptOutKept: false });
    const { parts } = read;
    const { findings, model } = await this.uses.spend(channel.guildId, (onAnswer) =>
      checkRules({ ...asker, onAnswer }, { parts, rules, language: languageOf(locale), onRequest }),
    );
    return { ...read, channel, findings, model };
  }

  async #askerOf(guildId: Snowflake): Promise<Omit<Asker, 'onAnswer'>> {
    const secret = await secretOf(this.#context, 'openai', guildId);
    const { openaiModel: model } = await this.#context.settings.get(guildId);
    return { client: this.#client, secret, model };
  }

  async #channelOf(request: OpenAiRequest): Promise<GuildTextBasedChannel> {
    const channel = await readableChannel(request);
    const { openaiExcludedChannels } = await this.#context.settings.get(channel.guildId);
    const parent = channel.isThread() ? channel.parent : channel;
    const places = [channel.id, parent?.id, parent?.parentId];
    if (places.some((id) => openaiExcludedChannels.includes(id ?? '')))
      throw new UserError(openAiRefusal('excluded'));
    return channel;
  }

  async #read(channel: GuildTextBasedChannel, count: number, { isOptOutKept }: { isOptOutKept: boolean }) {
    const { utterances, people } = await readConversation(this.#context, { channel, count, isOptOutKept });
    if (utterances.length === 0) throw new UserError(openAiRefusal('nothing-to-read'));
    const { parts, leftOut } = splitIntoParts(utterances, sent);
    const conversation: { utterances: readonly Utterance[]; people: typeof people } = {
      utterances: parts.flat(),
      people,
    };
    return { conversation, parts, leftOut };
  }
}

/** What a language is called in English, as models know it best. */
function languageOf(locale: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(locale) ?? 'English';
}
