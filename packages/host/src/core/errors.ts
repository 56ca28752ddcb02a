import { DURATION_FORMAT, type UserError } from '@twi/sdk';

export const noSuchPlugin = (typed: string): UserError.Options => ({
  identifier: 'core.no-such-plugin',
  message: `I have no plugin called “${typed}”. Pick one of those that are suggested while you type.`,
});

export const pluginNotRunning = (title: string, reason: string | undefined): UserError.Options => ({
  identifier: 'core.plugin-not-running',
  message: `**${title}** is not running at present, so it cannot be switched on.${reason ? ` ${reason}` : ''}`,
});

export const tooManyCommands = (title: string, problem: string): UserError.Options => ({
  identifier: 'core.too-many-commands',
  message: `**${title}** does not fit: this server would then have ${problem}, which is all that Discord allows. Switch another plugin off first.`,
});

export const noSuchCommand = (typed: string): UserError.Options => ({
  identifier: 'core.no-such-command',
  message: `There is no command “${typed}” here that you may use. Pick one of those that are suggested while you type.`,
});

export const noSuchCommandAnywhere = (typed: string): UserError.Options => ({
  identifier: 'core.no-such-command',
  message: `I have no command “${typed}”. \`command\` takes one of those that are suggested while you type.`,
});

export const notBotOwner = (): UserError.Options => ({
  identifier: 'core.not-bot-owner',
  message: 'Only the owner of this bot may do that.',
});

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
  message: `I am in no server “${typed}”. \`guild\` takes one of those that are suggested, or an id.`,
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

export const onlyInGuilds = (): UserError.Options => ({
  identifier: 'core.only-in-guilds',
  message: 'That works only in a server that I am a member of.',
});

export const cannotSwitchBack = (reason: string): UserError.Options => ({
  identifier: 'core.cannot-switch-back',
  message: `Nothing was changed: ${reason}.`,
});
