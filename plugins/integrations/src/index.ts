export { integrationsPlugin } from './plugin.ts';
