import { ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10';
import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIContainerComponent,
  APIMessageComponent,
  APISectionComponent,
} from 'discord-api-types/v10';
import { Markdown } from '../../markdown/markdown.tsx';
import { MessageButton } from './message-button.tsx';
import { MessageSelect } from './message-select.tsx';
import { Picture } from './picture.tsx';

/** One component of a message with everything in it. */
export function LayoutComponent({ component }: { readonly component: APIMessageComponent }) {
  switch (component.type) {
    case ComponentType.ActionRow:
      return <Row row={component} />;
    case ComponentType.Button:
      return <MessageButton button={component} />;
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return <MessageSelect menu={component} />;
    case ComponentType.TextDisplay:
      return (
        <div class="component-text lines">
          <Markdown text={component.content} />
        </div>
      );
    case ComponentType.Section:
      return <Section section={component} />;
    case ComponentType.Container:
      return <Container container={component} />;
    case ComponentType.Separator: {
      const isLarge = component.spacing === SeparatorSpacingSize.Large;
      const className = isLarge ? 'component-separator component-separator-large' : 'component-separator';
      return (
        <hr class={component.divider === false ? `${className} component-separator-blank` : className} />
      );
    }
    case ComponentType.Thumbnail:
      return (
        <Picture media={component.media} description={component.description} isHidden={component.spoiler} />
      );
    case ComponentType.MediaGallery:
      return (
        <div class="component-gallery">
          {component.items.map(({ media, description, spoiler }, index) => (
            <Picture key={index} media={media} description={description} isHidden={spoiler} />
          ))}
        </div>
      );
    case ComponentType.File:
    default:
      return (
        <a class="component-file" href={component.file.url} target="_blank" rel="noopener noreferrer">
          📄 {component.name ?? component.file.url.split('/').at(-1)?.split('?')[0]}
        </a>
      );
  }
}

function Row({ row }: { readonly row: APIActionRowComponent<APIComponentInMessageActionRow> }) {
  return (
    <div class="component-row">
      {row.components.map((inner, index) => (
        <LayoutComponent key={inner.id ?? index} component={inner} />
      ))}
    </div>
  );
}

function Section({ section }: { readonly section: APISectionComponent }) {
  return (
    <div class="component-section">
      <div>
        {section.components.map((inner, index) => (
          <LayoutComponent key={inner.id ?? index} component={inner} />
        ))}
      </div>
      <LayoutComponent component={section.accessory} />
    </div>
  );
}

function Container({ container }: { readonly container: APIContainerComponent }) {
  const { accent_color: color } = container;
  const accent = typeof color === 'number' ? `#${color.toString(16).padStart(6, '0')}` : undefined;
  return (
    <div
      class={container.spoiler ? 'component-container component-spoiler' : 'component-container'}
      {...(accent !== undefined && { style: { borderLeftColor: accent } })}
    >
      {container.components.map((inner, index) => (
        <LayoutComponent key={inner.id ?? index} component={inner} />
      ))}
    </div>
  );
}
