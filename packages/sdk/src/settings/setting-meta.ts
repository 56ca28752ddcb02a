import type { ChannelType } from 'discord.js';

/** What a setting means to Discord, so that forms can offer the right picker. */
export type SettingKind = 'channel' | 'role' | 'user' | 'duration' | 'colour' | 'emoji';

declare module 'zod' {
  interface GlobalMeta {
    /** A setting's kind where its zod type alone does not tell; of a list (`z.array`), the kind of its elements. */
    kind?: SettingKind;
    /** For the kind `channel`: which types are accepted. Default: all. */
    channelTypes?: readonly ChannelType[];
    /** For text: whether forms offer several lines. */
    multiline?: boolean;
    /** For a choice: what people read instead of its values. */
    labels?: Readonly<Record<string, string>>;
  }
}
