import type { APIUnfurledMediaItem } from 'discord-api-types/v10';
import { localUrl } from '../../messages/local-url.ts';

/** A picture of a message's layout; those of other hosts are named, not fetched, as nothing leaves this machine. */
export function Picture({
  media,
  description,
  isHidden = false,
}: {
  readonly media: APIUnfurledMediaItem;
  readonly description?: string | null | undefined;
  readonly isHidden?: boolean | undefined;
}) {
  const className = isHidden ? 'component-picture component-spoiler' : 'component-picture';
  const address = localUrl(media.url);
  if (address === undefined) {
    return (
      <span class={`${className} component-elsewhere`} title={media.url}>
        🖼 {description ?? new URL(media.url, location.href).hostname}
      </span>
    );
  }
  return <img class={className} src={address} alt={description ?? ''} />;
}
