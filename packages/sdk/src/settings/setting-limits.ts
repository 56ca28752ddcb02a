/**
 * What a setting may measure, so that every field fits into Discord's forms and into one line of `/config show`
 * (Components Reference › Label, Text Input, String Select, Channel Select).
 */
export const SETTING_LIMITS = {
  /** Characters of a field's name in the schema: it travels in custom ids. */
  name: 32,
  /** Characters of a title: the label of a form's input. */
  title: 45,
  /** Characters of a description: the text below the label. */
  description: 100,
  /** Characters of a text, unless the field says less. */
  text: 1_000,
  /** Entries of a list or record, unless the field says less. */
  entries: 100,
  /** Channels, roles or users of one field: what a picker takes at once. */
  picked: 25,
  /** Characters of an option of a choice. */
  option: 100,
  /** Longest duration in milliseconds: ten years. */
  duration: 315_360_000_000,
} as const;
