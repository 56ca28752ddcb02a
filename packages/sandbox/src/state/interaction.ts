import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIMessageInteractionMetadata,
  APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';

/** Is told what the bot does with an interaction, as the person who caused it would see it. */
export interface InteractionObserver {
  acknowledged(type: InteractionResponseType): void;
  answered(message: APIMessage): void;
  followedUp(message: APIMessage): void;
  edited(message: APIMessage): void;
  modalOpened(modal: APIModalInteractionResponseCallbackData): void;
  choicesOffered(choices: readonly APIApplicationCommandOptionChoice[]): void;
}

/** An interaction that the bot was sent. */
export interface InteractionRecord {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly guildId?: string;
  readonly channelId: string;
  readonly userId: string;
  readonly createdAt: number;
  readonly metadata: APIMessageInteractionMetadata;
  /** The message whose component or modal this is about. */
  readonly sourceMessageId?: string;
  readonly observer: InteractionObserver;
  /** The first answer; absent while the bot has not acknowledged. */
  acknowledgement?: InteractionResponseType;
  /** Whether a deferred answer is still empty ("thinking…"). */
  isThinking: boolean;
  isEphemeral: boolean;
  /** What `@original` names. */
  originalId?: string;
}
