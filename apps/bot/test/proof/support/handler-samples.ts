import type { Scene } from './scene.ts';

/** A component or form that a person could meet, as the state in its custom id and what they choose or type. */
export interface HandlerSample {
  readonly state?: (scene: Scene) => string;
  /** What is chosen in a menu. */
  readonly value?: string;
  /** What is typed in a form, by the custom ids of its fields; a list for what is chosen in a menu. */
  readonly fields?: Readonly<Record<string, string | readonly string[]>>;
}

const FORM_STATE = (): string => 'core.0.locale';

/**
 * States that their handlers can read; the others are tried with `1`. A handler of another plugin whose states look
 * different needs one here: without it the owner gets no answer, and the matrix says so.
 */
export const HANDLER_SAMPLES: Readonly<Record<string, HandlerSample>> = {
  'core/config-form': { state: () => 'core.0.0' },
  'core/config-history': { state: () => 'core/1' },
  'core/config-page': { state: FORM_STATE },
  'core/config-pick': { state: FORM_STATE, value: 'en-US' },
  'core/config-select': { value: 'core' },
  'core/config-show': { state: FORM_STATE },
  'core/config-type': { state: FORM_STATE },
  'core/plugin-select': { value: 'core' },
  'core/plugin-toggle': { state: () => 'disable.x' },
  'moderation/automod-edit': { fields: { name: 'x', condition: 'links' } },
  'moderation/history': { state: ({ victimId }) => `:${victimId}::` },
  'moderation/mass-ban': { state: () => 'no:1' },
  'moderation/purge': { state: () => 'no:1' },
  'moderation/report': { state: () => 'claim:1' },
  'moderation/report-action': { value: 'warn' },
  'moderation/report-action-form': { state: () => '1:warn', fields: { reason: 'x', duration: '1h' } },
  'moderation/report-form': {
    state: ({ lobbyId, victimMessageId }) => `${lobbyId}:${victimMessageId}:spam`,
    fields: { details: 'x', name: ['shown'] },
  },
  'moderation/report-reason': {
    state: ({ lobbyId, victimMessageId }) => `${lobbyId}:${victimMessageId}`,
    value: 'spam',
  },
  'moderation/warn-author': {
    state: ({ victimId, lobbyId, victimMessageId }) => `${victimId}:${lobbyId}:${victimMessageId}`,
    fields: { reason: 'x' },
  },
};
