import { quotable, type UserError } from '@twi/sdk';

export const unknownPlugin = (id: string): UserError.Options => ({
  identifier: 'core.unknown-plugin',
  message: `There is no plugin "${quotable(id)}".`,
});

export const alreadyLoaded = (id: string): UserError.Options => ({
  identifier: 'core.plugin-already-loaded',
  message: `The plugin "${id}" is loaded already.`,
});

export const isNotLoaded = (id: string): UserError.Options => ({
  identifier: 'core.plugin-not-loaded',
  message: `The plugin "${id}" is not loaded.`,
});

export const isPartOfHost = (id: string): UserError.Options => ({
  identifier: 'core.plugin-is-host',
  message: `"${id}" is a part of the bot itself; restart the bot instead.`,
});

export const isRequired = (id: string, dependants: readonly string[]): UserError.Options => ({
  identifier: 'core.plugin-is-required',
  message: `The plugin "${id}" is required by ${dependants.map((name) => `"${name}"`).join(', ')}; unload them too, or first.`,
});
