import type { APIEmbed } from 'discord-api-types/v10';
import { moment, type Names, readable } from './names.ts';

/** The lines of an embed, without the bar before them. */
export function embedLines(embed: APIEmbed, names: Names): readonly string[] {
  const text = (value: string | undefined) => (value ? readable(value, names).split('\n') : []);
  const time = embed.timestamp ? moment(Date.parse(embed.timestamp) / 1_000) : undefined;
  return [
    ...text(embed.author?.name),
    ...text(embed.title && linked(embed.title, embed.url)),
    ...text(embed.description),
    ...(embed.fields ?? []).flatMap(({ name, value }) =>
      fieldLines(readable(name, names), readable(value, names)),
    ),
    ...[embed.image, embed.thumbnail].flatMap((picture) => (picture ? [`(picture: ${picture.url})`] : [])),
    ...text([embed.footer?.text, time].filter((part) => part !== undefined).join(' · ')),
  ];
}

function linked(title: string, url: string | undefined): string {
  return url === undefined ? title : `${title} (${url})`;
}

function fieldLines(name: string, value: string): readonly string[] {
  const [first = '', ...rest] = value.split('\n');
  if (rest.length === 0) return [`${name}: ${first}`];
  return [`${name}:`, ...[first, ...rest].map((line) => `  ${line}`)];
}
