export { utilityPlugin } from './plugin.ts';
export type { Utility } from './utility.ts';
