import type {
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** What came of an interaction; messages reach the page by the live feed. */
export interface InteractionOutcome {
  readonly id?: string;
  readonly state: 'unanswered' | 'deferred' | 'answered';
  readonly modal?: APIModalInteractionResponseCallbackData;
  readonly autocomplete?: readonly APIApplicationCommandOptionChoice[];
}
