/** What a setting means to Discord, so that forms can offer the right picker. */
export type SettingKind = 'channel' | 'role' | 'user' | 'duration' | 'colour' | 'emoji';

declare module 'zod' {
  interface GlobalMeta {
    /** A setting's kind where its zod type alone does not tell. */
    kind?: SettingKind;
  }
}
