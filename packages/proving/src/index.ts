export { BotMetrics } from './bot-metrics.ts';
export { BotProcess, inherited, ROOT } from './bot-process.ts';
export { Crowd } from './crowd.ts';
export { DatabaseProxy } from './database-proxy.ts';
export { freePort } from './free-port.ts';
export { FiguresPage } from './figures-page.ts';
export { renderSection } from './render-section.ts';
export { isMet, type Limit, type Section } from './section.ts';
