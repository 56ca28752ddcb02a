export { integrationsPlugin } from './plugin.ts';
export type { Integrations } from './integrations.ts';
