export { utilityPlugin } from './plugin.ts';
