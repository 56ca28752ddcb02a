import { type DefaultTheme, defineConfig } from 'vitepress';
import { readSection, type Section } from './section.ts';

const sections = ['plugins/index.md', 'operators/index.md', 'owners/index.md'].map(readSection);
const reference = readSection('reference/index.md');
const decisions = readSection('decisions/index.md');

// oxlint-disable-next-line import/no-default-export -- what VitePress reads
export default defineConfig({
  title: 'Twi Bot Shard',
  description: 'A plugin-host framework for Discord bots, and the bot built on it.',
  srcExclude: ['samples/**'],
  cleanUrls: true,
  themeConfig: {
    search: { provider: 'local' },
    nav: sections.map(({ text, items }) => ({ text, link: items[0]?.link ?? '/' })),
    sidebar: [
      ...sections.map(group),
      {
        text: 'The bot itself',
        items: [
          { text: 'Architecture', link: '/architecture' },
          { text: 'Security', link: '/security' },
          { text: 'Performance', link: '/performance' },
          { text: 'Reliability', link: '/reliability' },
          ...reference.items.map((item) => ({ ...item })),
          { ...group(decisions), collapsed: true },
        ],
      },
    ],
    outline: [2, 3],
  },
});

function group({ text, items }: Section): DefaultTheme.SidebarItem {
  return { text, items: items.map((item) => ({ ...item })) };
}
