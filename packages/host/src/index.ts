export { startHost } from './host.ts';
export type { GivenPlugin, HostOptions } from './options.ts';
export type { Host } from './running-host.ts';
