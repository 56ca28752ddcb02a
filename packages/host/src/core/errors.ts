import { quotable, DURATION_FORMAT, refusal, type UserError } from '@twi/sdk';

export const noSuchPlugin = (typed: string): UserError.Options =>
  refusal('core:errors.no-such-plugin', { typed: quotable(typed) });

export const pluginNotRunning = (title: string, reason: string | undefined): UserError.Options =>
  refusal('core:errors.plugin-not-running', { title, reason: reason ? ` ${reason}` : '' });

export const tooManyCommands = (title: string, problem: string): UserError.Options =>
  refusal('core:errors.too-many-commands', { title, problem });

export const noSuchCommand = (typed: string): UserError.Options =>
  refusal('core:errors.no-such-command', { typed: quotable(typed) });

export const noSuchCommandAnywhere = (typed: string): UserError.Options => ({
  identifier: 'core.no-such-command',
  message: `I have no command “${quotable(typed)}”. \`command\` takes one of those that are suggested while you type.`,
});

export const notBotOwner = (): UserError.Options => refusal('core:errors.not-bot-owner');

export const notADuration = (option: string): UserError.Options => ({
  identifier: 'core.not-a-duration',
  message: `\`${option}\` takes ${DURATION_FORMAT}.`,
});

export const noSuchError = (): UserError.Options => ({
  identifier: 'core.no-such-error',
  message: 'That error is not there any more. Look at `/host errors` again.',
});

export const noSuchGuild = (typed: string): UserError.Options => ({
  identifier: 'core.no-such-guild',
  message: `I am in no server “${quotable(typed)}”. \`guild\` takes one of those that are suggested, or an id.`,
});

export const notConfirmed = (): UserError.Options => ({
  identifier: 'core.not-confirmed',
  message:
    'Nothing was erased. `confirm` takes the word `erase`: you then see what goes and what stays, and are asked once more.',
});

export const notYourData = (): UserError.Options => ({
  identifier: 'core.not-your-data',
  message: 'That question was for somebody else. `/privacy erase` asks you about your own data.',
});

export const onlyInGuilds = (): UserError.Options => refusal('core:errors.only-in-guilds');

export const cannotSwitchBack = (reason: string): UserError.Options => ({
  identifier: 'core.cannot-switch-back',
  message: `Nothing was changed: ${reason}.`,
});
