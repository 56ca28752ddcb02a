export { myPluginPlugin } from './plugin.ts';
export type { Scores } from './scores.ts';
