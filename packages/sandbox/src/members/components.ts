import { ComponentType, InteractionType } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { renderMessage } from '../state/render-message.ts';
import { SandboxActionError } from './action-error.ts';
import type { Exchange } from './exchange.ts';
import { launch } from './launch.ts';
import type { WaitOptions } from './launch.ts';
import type { Player } from './player.ts';
import { Resolved } from './resolved.ts';

/** What is read of a component, whatever its kind. */
interface AnyComponent {
  readonly type: ComponentType;
  readonly id?: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly options?: readonly { label: string; value: string }[];
  readonly channel_types?: readonly number[];
  readonly components?: readonly AnyComponent[];
  readonly accessory?: AnyComponent;
}

const SELECTS: ReadonlySet<ComponentType> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** Clicks a button of a message, found by its custom id or label. */
export function click(
  player: Player,
  messageId: string,
  button: string,
  wait?: WaitOptions,
): Promise<Exchange> {
  const message = messageSeenBy(player, messageId);
  const component = find(message, button, (candidate) => candidate.type === ComponentType.Button);
  return press(player, message, { component, data: {}, wait });
}

/** Chooses values of a select menu, found by its custom id or placeholder; ids for users, roles and channels, labels or values otherwise. */
export function select(
  player: Player,
  messageId: string,
  menu: string,
  options: { values: readonly string[]; wait?: WaitOptions | undefined },
): Promise<Exchange> {
  const message = messageSeenBy(player, messageId);
  const component = find(message, menu, (candidate) => SELECTS.has(candidate.type));
  const { min_values: minimum = 1, max_values: maximum = 1 } = component;
  if (options.values.length < minimum || options.values.length > maximum) {
    throw new SandboxActionError('invalid-option', `"${menu}" takes ${minimum} to ${maximum} values`);
  }
  const resolved = new Resolved(player);
  const values = options.values.map((value) => chosenValue(component, value, resolved));
  const objects = resolved.toJSON();
  const data = { values, ...(objects && { resolved: objects }) };
  return press(player, message, { component, data, wait: options.wait });
}

/** Finds a message that the player sees. @throws SandboxActionError `unknown-target` */
export function messageSeenBy({ world, channelId, userId }: Player, messageId: string): APIMessage {
  const record = world.state.messages.get(channelId)?.get(messageId);
  if (!record || (record.ephemeralFor ?? userId) !== userId) {
    throw new SandboxActionError('unknown-target', `There is no message ${messageId} here`);
  }
  return renderMessage(world, record, userId);
}

async function press(
  player: Player,
  message: APIMessage,
  options: { component: AnyComponent; data: object; wait: WaitOptions | undefined },
): Promise<Exchange> {
  const { custom_id, type, id } = options.component;
  const exchange = launch(player, {
    type: InteractionType.MessageComponent,
    data: { custom_id, component_type: type, id, ...options.data },
    message,
    wait: options.wait,
  });
  await exchange.presented();
  if (exchange.modal) player.world.modalSources.set(exchange.modal, message.id);
  return exchange;
}

function find(
  message: APIMessage,
  name: string,
  isWanted: (component: AnyComponent) => boolean,
): AnyComponent {
  // -- every kind of component is covered by the fields that are read here, all optional
  const wanted = everyComponent((message.components ?? []) as readonly AnyComponent[]).filter(isWanted);
  const found =
    wanted.find((component) => component.custom_id === name) ??
    wanted.find((component) => (component.label ?? component.placeholder) === name);
  if (!found) {
    const known = wanted.map((component) => component.label ?? component.custom_id).join(', ') || 'none';
    throw new SandboxActionError('unknown-component', `The message has no "${name}" (it has: ${known})`);
  }
  if (found.disabled) throw new SandboxActionError('component-disabled', `"${name}" is disabled`);
  if (found.custom_id === undefined) {
    throw new SandboxActionError('unknown-component', `"${name}" is a link, the bot hears nothing of it`);
  }
  return found;
}

function everyComponent(components: readonly AnyComponent[]): AnyComponent[] {
  return components.flatMap((component) => [
    component,
    ...everyComponent(component.components ?? []),
    ...(component.accessory ? [component.accessory] : []),
  ]);
}

function chosenValue(component: AnyComponent, value: string, resolved: Resolved): string {
  const refuse = () => {
    throw new SandboxActionError('invalid-option', `"${value}" cannot be chosen here`);
  };
  if (component.type === ComponentType.StringSelect) {
    const options = component.options ?? [];
    const option = options.find((candidate) => candidate.value === value || candidate.label === value);
    return option?.value ?? refuse();
  }
  const isKnown =
    (component.type === ComponentType.UserSelect && resolved.addUser(value)) ||
    (component.type === ComponentType.RoleSelect && resolved.addRole(value)) ||
    (component.type === ComponentType.ChannelSelect && resolved.addChannel(value, component.channel_types)) ||
    (component.type === ComponentType.MentionableSelect &&
      (resolved.addUser(value) || resolved.addRole(value)));
  return isKnown ? value : refuse();
}
