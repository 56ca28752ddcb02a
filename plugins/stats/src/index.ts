export { statsPlugin } from './plugin.ts';
