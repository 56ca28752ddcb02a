export { statsPlugin } from './plugin.ts';
export type { Stats } from './stats.ts';
