import { type APIMessageComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { type Names, readable } from './names.ts';

type AnyButton = Extract<APIMessageComponent, { type: ComponentType.Button }>;
type StringSelect = Extract<APIMessageComponent, { type: ComponentType.StringSelect }>;

/** The lines of a message's components: buttons as `[Next]`, selects with what can be chosen, texts as they are. */
export function componentLines(components: readonly APIMessageComponent[], names: Names): readonly string[] {
  return components.flatMap((component) => linesOf(component, names));
}

function linesOf(component: APIMessageComponent, names: Names): readonly string[] {
  switch (component.type) {
    case ComponentType.ActionRow:
      return [componentLines(component.components, names).join(' ')];
    case ComponentType.Button:
      return [buttonText(component)];
    case ComponentType.StringSelect:
      return [selectText(component)];
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return [`▾ ${component.placeholder ?? KINDS[component.type]}`];
    case ComponentType.TextDisplay:
      return readable(component.content, names).split('\n');
    case ComponentType.Section:
      return [...componentLines(component.components, names), ...linesOf(component.accessory, names)];
    case ComponentType.Container:
      return componentLines(component.components, names).map((line) => `┃ ${line}`);
    case ComponentType.Separator:
      return ['───'];
    case ComponentType.MediaGallery:
      return component.items.map((item) => `(picture: ${item.media.url})`);
    case ComponentType.Thumbnail:
      return [`(picture: ${component.media.url})`];
    case ComponentType.File:
      return [`(file: ${component.file.url})`];
    default:
      return [];
  }
}

const KINDS = {
  [ComponentType.UserSelect]: 'Choose members',
  [ComponentType.RoleSelect]: 'Choose roles',
  [ComponentType.MentionableSelect]: 'Choose members or roles',
  [ComponentType.ChannelSelect]: 'Choose channels',
} as const;

function buttonText(button: AnyButton): string {
  if (button.style === ButtonStyle.Premium) return '[Premium]';
  const emoji = button.emoji?.name ?? undefined;
  const face = [emoji, button.label].filter((part) => part !== undefined).join(' ');
  const target = button.style === ButtonStyle.Link ? ` → ${button.url}` : '';
  return `[${face}${target}${button.disabled === true ? ', disabled' : ''}]`;
}

function selectText({ placeholder, options, disabled }: StringSelect): string {
  const labels = options.map(({ label, default: isChosen }) => (isChosen === true ? `*${label}*` : label));
  return `▾ ${placeholder ?? 'Choose'}: ${labels.join(' | ')}${disabled === true ? ' (disabled)' : ''}`;
}
