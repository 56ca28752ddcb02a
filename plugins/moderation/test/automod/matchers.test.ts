import { expect, test } from 'vitest';
import { compileCondition } from '../../src/automod/engine/compile-condition.ts';
import type { Subject } from '../../src/automod/matchers/subject.ts';
import { readExpression } from '../../src/automod/rules/expression.ts';
import { subjectOf } from './subject.ts';

const DAY_MS = 86_400_000;
const ROLE_ID = '300000000000000001';
const CHANNEL_ID = '300000000000000002';

function find(expression: string, text: string, changes: Partial<Subject> = {}): string | undefined {
  const hits = compileCondition(readExpression(expression, 'values')).judge(subjectOf(text, changes));
  return (
    hits &&
    (hits.map(({ what, part }) => (part ? text.slice(part.start, part.end) : what)).join(' + ') || 'yes')
  );
}

test.each<[expression: string, text: string, found: string | undefined]>([
  ['words(spam)', 'this is SPAM!', 'SPAM'],
  ['words(spam)', 'spammer', undefined],
  ['words(spam*)', 'a spammer', 'spam'],
  ['words(*spam)', 'antispam', 'spam'],
  ['words(*spam)', 'antispammer', undefined],
  ['words(*ana*)', 'bananas', 'ana'],
  ['words(free nitro)', 'get Free  nitro', undefined],
  ['words(free nitro)', 'get Free nitro now', 'Free nitro'],
  ['words(free)', 'f\u200brее', 'f\u200brее'],
  ['words(вода)', 'ВОДА', 'ВОДА'],
  ['words(spam)', 's p a m', undefined],
  ['words("c++")', 'I like C++', 'C++'],
  ['words(😀)', 'hi 😀😀', '😀'],
  ['words(free)', 'fr33', undefined],
  ['loose-words(free)', 'fr33', 'fr33'],
  ['loose-words(free)', 'FREEEEE!', 'FREEEEE'],
  ['regex("buy\\s+now")', 'BUY   now', 'BUY   now'],
  ['regex("buy")', 'вuy or bυy', 'вuy'],
  ['regex("^x$")', 'a x', undefined],
  ['links', 'see https://a.example/x?y', 'https://a.example/x?y'],
  ['links', 'a.example', undefined],
  ['links(evil.com)', 'https://www.EVIL.com./', 'https://www.EVIL.com./'],
  ['links(evil.com)', 'look at evil.com/x', 'evil.com'],
  ['links(evil.com)', 'https://notevil.com', undefined],
  ['links(evil.com)', 'https://evil.com.good.org', undefined],
  ['links(evil.com)', 'https://user:pw@evil.com', 'https://user:pw@evil.com'],
  ['links(evil.com)', 'https://еvіl.com', 'https://еvіl.com'],
  ['links(paypal.com)', 'https://xn--pypal-4ve.com', 'https://xn--pypal-4ve.com'],
  ['links(paypal.com)', 'https://paypa1.com', 'https://paypa1.com'],
  ['links(münchen.de)', 'https://xn--mnchen-3ya.de', 'https://xn--mnchen-3ya.de'],
  ['links-except(youtube.com)', 'https://m.youtube.com/x', undefined],
  ['links-except(youtube.com)', 'https://youtube.com https://b.org', 'https://b.org'],
  ['links-except(youtube.com)', 'https://youtubе.com', 'https://youtubе.com'],
  ['links', 'h\u200bttps://a.example', 'h\u200bttps://a.example'],
  ['invites', 'join discord.gg/abc', 'discord.gg/abc'],
  ['invites', 'join DISCORD . GG / abc', 'DISCORD . GG / abc'],
  ['invites', 'https://discord.com/invite/abc', 'discord.com/invite/abc'],
  ['invites', 'https://discordapp.com/invite/abc', 'discordapp.com/invite/abc'],
  ['invites', 'dіscоrd.gg/abc', 'dіscоrd.gg/abc'],
  ['invites', 'discord.gg/own', undefined],
  ['invites', 'discord.gg/own discord.gg/other', 'discord.gg/other'],
  ['invites(abc)', 'discord.gg/abc', undefined],
  ['invites', 'discord is nice', undefined],
  ['mentions(3)', '<@100000000000000001> <@!100000000000000002> <@&100000000000000003>', '3 mentions'],
  ['mentions(2)', '<@100000000000000001> <@100000000000000001>', undefined],
  ['mentions(1, everyone)', 'hello @everyone', '1 mention'],
  ['mentions(1, roles)', '<@100000000000000001>', undefined],
  ['caps(70, 10)', 'THIS IS LOUD', '100 % capitals'],
  ['caps(70, 10)', 'LOUD', undefined],
  ['caps', 'this is QUIET enough', undefined],
  ['caps(70, 5)', '<:LOUDEMOJI:100000000000000001> hello', undefined],
  ['emoji(3)', '😀👨‍👩‍👧<:ab:100000000000000001>', '3 emoji'],
  ['emoji(3)', '😀👨‍👩‍👧 123 #', undefined],
  ['emoji(2)', '❤️🇩🇪', '2 emoji'],
  ['newlines(3)', 'a\nb\r\nc\nd', '3 line breaks'],
  ['newlines(4)', 'a\nb\nc\nd', undefined],
  ['zalgo', 'h̶̢̛̯e', 'h̶̢̛̯e'],
  ['zalgo', 'Việt Nam, שָׁלוֹם', undefined],
  ['not links', 'hello', 'yes'],
  ['links and not words(ok)', 'https://a.example ok', undefined],
  ['words(a) or words(b)', 'b', 'b'],
])('%s in %j finds %j', (expression, text, found) => {
  expect(find(expression, text, { ownInvites: new Set(['own']) })).toBe(found);
});

test.each<[expression: string, changes: Partial<Subject>, isFound: boolean]>([
  ['attachments(2)', { files: [{ name: 'a', contentType: undefined }] }, false],
  ['attachments(exe)', { files: [{ name: 'Setup.EXE', contentType: undefined }] }, true],
  ['attachments(.exe)', { files: [{ name: 'exe', contentType: undefined }] }, false],
  ['attachments("image/*")', { files: [{ name: 'a', contentType: 'image/png' }] }, true],
  ['attachments("text/plain")', { files: [{ name: 'a', contentType: 'text/plain; charset=utf-8' }] }, true],
  [
    'attachments(2, png)',
    {
      files: [
        { name: 'a.png', contentType: undefined },
        { name: 'b.txt', contentType: undefined },
      ],
    },
    false,
  ],
  ['duplicates(3, 30s)', { activity: { repeats: () => 3, messages: () => 1 } }, true],
  ['duplicates(3, 30s)', { activity: { repeats: () => 2, messages: () => 9 } }, false],
  ['rate(5, 5s)', { activity: { repeats: () => 1, messages: () => 5 } }, true],
  ['new-account(7d)', { accountAgeMs: DAY_MS }, true],
  ['new-account(7d)', { accountAgeMs: 8 * DAY_MS }, false],
  ['new-member(1h)', { memberAgeMs: 1_000 }, true],
  ['new-member(1h)', { memberAgeMs: undefined }, false],
  [`role(<@&${ROLE_ID}>)`, { roleIds: new Set([ROLE_ID]) }, true],
  [`not role(${ROLE_ID})`, { roleIds: new Set([ROLE_ID]) }, false],
  [`channel(<#${CHANNEL_ID}>)`, { channelIds: new Set([CHANNEL_ID]) }, true],
  ['discord-automod', { native: 'spam' }, true],
  ['discord-automod(keyword)', { native: 'spam' }, false],
  ['discord-automod', {}, false],
])('%s, given %j: %s', (expression, changes, isFound) => {
  expect(find(expression, 'hello', changes) !== undefined).toBe(isFound);
});

test.each(['(a+)+$', '(a|a)+b$', '(.*a){12}$', '(a|aa)+$', '([a-z]+)*[0-9]$'])(
  'answers %s on ten thousand letters',
  (pattern) => {
    expect(find(`regex("${pattern}")`, `${'a'.repeat(10_000)}!`)).toBeUndefined();
  },
);

test('judges hostile texts without throwing', () => {
  const everything =
    'words(a, *b*) or loose-words(c) or regex("d.e") or links(f.com) or links-except(g.com) or invites or mentions(9) or caps or emoji(9) or newlines(99) or zalgo(50)';
  for (const text of [
    '\ud800',
    '\udc00\ud800'.repeat(500),
    '.'.repeat(4_000),
    `https://${'a.'.repeat(1_900)}`,
    'http://[',
    '\u0301'.repeat(40),
    'discord.gg/'.repeat(300),
  ])
    expect(() => find(everything, text)).not.toThrow();
});
