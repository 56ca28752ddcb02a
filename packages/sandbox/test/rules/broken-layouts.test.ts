import { describe, expect, test } from 'vitest';
import { edit, judge, message, type Sample } from './judge.ts';

const V2 = 1 << 15;
const long = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const text = (content: string) => ({ type: 10, content });
const v2 = (...list: unknown[]) => message({ flags: V2, components: list });

const LAYOUTS: readonly [string, Sample, string][] = [
  ['a text without the flag', message({ components: [text('x')] }), 'components.0.type: UNION_TYPE_CHOICES'],
  [
    'an edit to a text without the flag',
    edit({ components: [text('x')] }, { messageFlags: 0 }),
    'components.0.type: UNION_TYPE_CHOICES',
  ],
  [
    'the flag with content',
    message({ flags: V2, content: 'x', components: [text('x')] }),
    'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'the flag with embeds',
    message({ flags: V2, embeds: [{ title: 'x' }], components: [text('x')] }),
    'embeds: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  ['the flag and nothing', message({ flags: V2 }), '50006'],
  ['41 components', v2(...times(40, () => text('x')), text('x')), 'components: BASE_TYPE_MAX_LENGTH'],
  [
    '41 components in containers',
    v2(...times(2, () => ({ type: 17, components: times(20, () => text('x')) }))),
    'components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    '4,001 characters',
    v2(text(long(2_000)), { type: 17, components: [text(long(2_001))] }),
    'components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    'a section without accessory',
    v2({ type: 9, components: [text('x')] }),
    'components.0.accessory: BASE_TYPE_REQUIRED',
  ],
  [
    'a section of four texts',
    v2({ type: 9, components: times(4, () => text('x')), accessory: button() }),
    'components.0.components: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a container in a container',
    v2({ type: 17, components: [{ type: 17, components: [text('x')] }] }),
    'components.0.components.0.type: UNION_TYPE_CHOICES',
  ],
  [
    'a file from the web',
    v2({ type: 13, file: { url: 'https://a.example/b.txt' } }),
    'components.0.file.url: URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a file that is not there',
    v2({ type: 13, file: { url: 'attachment://b.txt' } }),
    'components.0.file.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  [
    'eleven pictures',
    v2({ type: 12, items: times(11, () => ({ media: { url: 'https://a.example/b.png' } })) }),
    'components.0.items: BASE_TYPE_BAD_LENGTH',
  ],
];

describe('broken layouts of the new components', () => {
  test.each(LAYOUTS)('%s is refused', (_name, sample, verdict) => {
    expect(judge(sample)).toEqual([verdict]);
  });
});
