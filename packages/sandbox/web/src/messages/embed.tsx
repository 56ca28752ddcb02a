import type { APIEmbed } from 'discord-api-types/v10';
import { Markdown } from '../markdown/markdown.tsx';
import { cssColor } from '../state/names.ts';
import { localUrl } from './local-url.ts';
import { whenOf } from './when-of.ts';

/** How many inline fields stand in one row. */
const ROW = 3;

/** An embed. Pictures from elsewhere are not loaded: no request leaves this machine. */
export function Embed({ embed }: { embed: APIEmbed }) {
  const { author, fields = [], footer, image, thumbnail, timestamp, title, url } = embed;
  return (
    <discord-embed
      slot="embeds"
      {...(embed.color !== undefined && { color: cssColor(embed.color) })}
      {...(title !== undefined && { embedTitle: title })}
      {...(url !== undefined && { url })}
      {...(author && { authorName: author.name })}
      {...(author?.url !== undefined && { authorUrl: author.url })}
      {...local('authorImage', author?.icon_url)}
      {...local('image', image?.url)}
      {...local('thumbnail', thumbnail?.url)}
    >
      {embed.description !== undefined && (
        <discord-embed-description slot="description">
          <span class="lines">
            <Markdown text={embed.description} />
          </span>
        </discord-embed-description>
      )}
      {fields.length > 0 && (
        <discord-embed-fields slot="fields">
          {fields.map((field, index) => (
            <discord-embed-field
              key={`${index}`}
              fieldTitle={field.name}
              inline={field.inline === true}
              {...(field.inline === true && { inlineIndex: inlineIndex(fields, index) })}
            >
              <span class="lines">
                <Markdown text={field.value} />
              </span>
            </discord-embed-field>
          ))}
        </discord-embed-fields>
      )}
      {(footer || timestamp !== undefined) && (
        <discord-embed-footer
          slot="footer"
          {...(timestamp !== undefined && { timestamp: whenOf(timestamp) })}
          {...local('footerImage', footer?.icon_url)}
        >
          <span class="lines">{footer?.text}</span>
        </discord-embed-footer>
      )}
    </discord-embed>
  );
}

function local<Name extends string>(name: Name, url: string | undefined): { [Key in Name]?: string } {
  const address = localUrl(url);
  // -- a computed key loses its literal type
  return address === undefined ? {} : ({ [name]: address } as { [Key in Name]?: string });
}

/** The column of an inline field: 1, 2 or 3. */
function inlineIndex(fields: NonNullable<APIEmbed['fields']>, index: number): number {
  let before = 0;
  for (let at = index - 1; at >= 0 && fields[at]?.inline; at--) before++;
  return (before % ROW) + 1;
}
