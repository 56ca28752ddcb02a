import { ComponentType, EmbedType } from 'discord-api-types/v10';
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

/** All text of a message in which people can be mentioned: its content, or the text displays of its layout. */
export function mentioningText({
  content,
  components,
}: {
  readonly content?: string | null | undefined;
  readonly components?: readonly APIMessageTopLevelComponent[] | null | undefined;
}): string {
  const texts: string[] = [content ?? ''];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && value.type === ComponentType.TextDisplay && 'content' in value)
      texts.push(String(value.content));
    if ('components' in value) collect(value.components);
  };
  collect(components);
  return texts.join('\n');
}
