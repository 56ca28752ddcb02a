import { escaped } from '@twi/sdk';
import { expect, test } from 'vitest';

test.each([
  ['plain words, and an é', 'plain words, and an é'],
  ['**bold** _it_ ~~no~~ ||hidden||', String.raw`\*\*bold\*\* \_it\_ \~\~no\~\~ \|\|hidden\|\|`],
  ['****', String.raw`\*\*\*\*`],
  ['[free](https://evil.example)', String.raw`\[free\](https://evil.example)`],
  ['<@123> <#1> <https://a.example>', String.raw`\<@123\> \<\#1\> \<https://a.example\>`],
  ['see https://a.example/some_page_here', 'see https://a.example/some_page_here'],
  ['https://a.example/**', String.raw`https://a.example/\*\*`],
  ['my <:inn:123> and <a:wave:4>', 'my <:inn:123> and <a:wave:4>'],
  ['# title', String.raw`\# title`],
  ['- point', String.raw`\- point`],
  ['12. point', String.raw`12\. point`],
  ['well-known 3.5', 'well-known 3.5'],
  ['two\nlines\t here', 'two lines here'],
  ['back\\slash', String.raw`back\\slash`],
  ['half \ud83d', 'half \ufffd'],
])('%j is shown by %j', (written, shown) => {
  expect(escaped(written)).toBe(shown);
});

test('leaves no sign that formats without its backslash, whatever stands beside it', () => {
  const signs = ['*', '_', '[', ']', '\\', 'a', ' '];
  const texts = signs.flatMap((one) =>
    signs.flatMap((two) => signs.flatMap((three) => signs.map((four) => one + two + three + four))),
  );

  for (const text of texts) expect(escaped(text).replaceAll(/\\./g, '')).not.toMatch(/[*_[\]\\]/);
});
