import { EmbedType } from 'discord-api-types/v10';
import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';

/** Completes embeds as Discord does before it sends them on. */
export function normaliseEmbeds(embeds: readonly APIEmbed[] | null | undefined): APIEmbed[] {
  return (embeds ?? []).map((embed) => ({
    ...embed,
    type: EmbedType.Rich,
    ...(embed.timestamp !== undefined && { timestamp: new Date(embed.timestamp).toISOString() }),
    ...(embed.fields && {
      fields: embed.fields.map((field) => ({ ...field, inline: field.inline ?? false })),
    }),
    content_scan_version: 0,
  }));
}

/** Gives every component a number, counted from 1 through the tree, where the bot gave none. */
export function normaliseComponents(
  components: readonly APIMessageTopLevelComponent[] | null | undefined,
): APIMessageTopLevelComponent[] {
  if (!components || components.length === 0) return [];
  let last = 0;
  const number = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(number);
    if (typeof value !== 'object' || value === null) return value;
    const component: Record<string, unknown> = { ...value };
    if ('type' in component) component['id'] ??= ++last;
    for (const key of ['components', 'accessory', 'component']) {
      if (key in component) component[key] = number(component[key]);
    }
    return component;
  };
  // -- numbering adds ids and changes no other field
  return number(components) as APIMessageTopLevelComponent[];
}
