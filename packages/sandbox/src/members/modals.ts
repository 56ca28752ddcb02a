import { ComponentType, InteractionType } from 'discord-api-types/v10';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { SandboxActionError } from './action-error.ts';
import { messageSeenBy } from './components.ts';
import type { Exchange } from './exchange.ts';
import { launch } from './launch.ts';
import type { WaitOptions } from './launch.ts';
import type { FileInput } from './option-value.ts';
import type { Player } from './player.ts';
import { Resolved } from './resolved.ts';

/** What is read of a modal's component, whatever its kind. */
interface ModalComponent {
  readonly type: ComponentType;
  readonly id?: number;
  readonly custom_id?: string;
  readonly required?: boolean;
  readonly value?: string;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly components?: readonly ModalComponent[];
  readonly component?: ModalComponent;
}

/** What a member enters in a field. */
type ModalValue = string | readonly (string | FileInput)[];

/** Text for a text input; lists for selects, groups of choices and files; `true` for a checkbox that is ticked. */
export type ModalValues = Readonly<Record<string, ModalValue>>;

/** Fills in a modal and sends it off; fields that are left out keep what the bot put there. */
export function submit(
  player: Player,
  modal: APIModalInteractionResponseCallbackData | undefined,
  values: ModalValues,
  wait?: WaitOptions,
): Promise<Exchange> {
  if (!modal) throw new SandboxActionError('unknown-modal', 'The bot opened no modal');
  // -- every kind of component is covered by the fields that are read here, all optional
  const components = modal.components as readonly ModalComponent[];
  const known = fieldsOf(components).flatMap((field) => field.custom_id ?? []);
  for (const name of Object.keys(values)) {
    if (!known.includes(name)) {
      throw new SandboxActionError(
        'unknown-option',
        `The modal has no field "${name}" (it has: ${known.join(', ')})`,
      );
    }
  }
  const resolved = new Resolved(player);
  const data = {
    custom_id: modal.custom_id,
    components: components.map((component) => filledIn(component, values, resolved)),
    resolved: resolved.toJSON() ?? {},
  };
  const sourceId = player.world.modalSources.get(modal);
  return launch(player, {
    type: InteractionType.ModalSubmit,
    data,
    wait,
    ...(sourceId !== undefined && { message: messageSeenBy(player, sourceId) }),
  }).presented();
}

function fieldsOf(components: readonly ModalComponent[]): ModalComponent[] {
  return components.flatMap((component) => [
    component,
    ...fieldsOf(component.components ?? []),
    ...(component.component ? [component.component] : []),
  ]);
}

function filledIn(component: ModalComponent, values: ModalValues, resolved: Resolved): object {
  const { type, id } = component;
  if (component.components) {
    return { type, id, components: component.components.map((inner) => filledIn(inner, values, resolved)) };
  }
  if (component.component) return { type, id, component: filledIn(component.component, values, resolved) };
  const { custom_id } = component;
  const given = custom_id === undefined ? undefined : values[custom_id];
  if (type === ComponentType.TextInput) return { type, id, custom_id, value: textOf(component, given) };
  if (custom_id === undefined) return { type, id };
  const chosen = given === undefined ? [] : [given].flat();
  if (type === ComponentType.Checkbox) return { type, id, custom_id, value: chosen[0] === 'true' };
  if (chosen.length === 0 && component.required !== false) throw missing(component);
  if (type === ComponentType.RadioGroup) return { type, id, custom_id, value: chosen[0] ?? null };
  return { type, id, custom_id, values: chosen.map((value) => named(type, value, resolved)) };
}

/** Adds what a value names to the objects that go with the interaction, and returns the value as it is sent. */
function named(type: ComponentType, value: string | FileInput, resolved: Resolved): string {
  if (typeof value !== 'string') return resolved.addFile(value);
  if (type === ComponentType.UserSelect) resolved.addUser(value);
  else if (type === ComponentType.RoleSelect) resolved.addRole(value);
  else if (type === ComponentType.ChannelSelect) resolved.addChannel(value, undefined);
  else if (type === ComponentType.MentionableSelect && !resolved.addUser(value)) resolved.addRole(value);
  return value;
}

function textOf(field: ModalComponent, given: ModalValue | undefined): string {
  const value = typeof given === 'string' ? given : (field.value ?? '');
  if (value === '' && field.required !== false) throw missing(field);
  const { min_length: minimum = 0, max_length: maximum = 4_000 } = field;
  if (value !== '' && (value.length < minimum || value.length > maximum)) {
    throw new SandboxActionError(
      'invalid-option',
      `The field "${field.custom_id}" takes between ${minimum} and ${maximum} characters`,
    );
  }
  return value;
}

function missing(field: ModalComponent): SandboxActionError {
  return new SandboxActionError('missing-option', `The field "${field.custom_id}" is required`);
}
