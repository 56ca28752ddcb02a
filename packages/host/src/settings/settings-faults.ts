import { type Plugin, SETTING_LIMITS } from '@twi/sdk';
import { z } from 'zod';

const NAME = /^[a-z][A-Za-z0-9]*$/;

/** What of a plugin's settings does not fit into commands and forms, each with the field and what is accepted. */
export function settingsFaults({ settings, settingsMigrations = [] }: Plugin): string[] {
  if (!settings)
    return settingsMigrations.length > 0 ? ['"settingsMigrations" must come with "settings"'] : [];
  return Object.entries(settings.shape).flatMap(([name, type]) =>
    Array.from(fieldFaults(name, type), (fault) => `"settings.${name}" ${fault}`),
  );
}

function* fieldFaults(name: string, type: z.core.$ZodType): Generator<string> {
  const { name: longestName, title: longestTitle, description: longestDescription } = SETTING_LIMITS;
  const { title = '', description = '' } = z.globalRegistry.get(type) ?? {};
  if (!NAME.test(name) || name.length > longestName)
    yield `must have a name of at most ${longestName} letters and digits that begins with a small letter`;
  if (title === '' || title.length > longestTitle)
    yield `must have a title of at most ${longestTitle} characters in its meta`;
  if (description === '' || description.length > longestDescription)
    yield `must have a description of at most ${longestDescription} characters in its meta`;
  const value = z.core.safeParse(type, undefined).data;
  const again = z.core.safeParse(type, value);
  if (!again.success || JSON.stringify(again.data) !== JSON.stringify(value))
    yield 'must take its own default, and store what it hands out';
}
