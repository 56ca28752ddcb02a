export { startHost } from './host.ts';
export type { GivenPlugin, HostOptions } from './options.ts';
export { PluginTranslations } from './locales/translations.ts';
export type { Host } from './running-host.ts';
export { guardedUses, type GuardedUse } from './guarded-uses.ts';
