import { ComponentType } from 'discord-api-types/v10';
import type { APIComponentInLabel, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { defaultValues } from '../components/select-items.ts';
import type { ModalValue } from '../interaction-action.ts';

/** A part of a modal: a text, or a field with its label. */
export type ModalPart =
  | { readonly text: string }
  | { readonly label: string; readonly description?: string; readonly field: APIComponentInLabel };

type ModalComponent = APIModalInteractionResponseCallbackData['components'][number];

/** Lists the parts of a modal from top to bottom. */
export function modalParts(components: readonly ModalComponent[]): ModalPart[] {
  return components.flatMap((component): ModalPart[] => {
    switch (component.type) {
      case ComponentType.ActionRow:
        return component.components.map((field) => ({ label: field.label ?? field.custom_id, field }));
      case ComponentType.Label: {
        const { label, description, component: field } = component;
        return [{ label, field, ...(description !== undefined && { description }) }];
      }
      case ComponentType.TextDisplay:
        return [{ text: component.content }];
      default:
        return [];
    }
  });
}

/** What stands in a field when the modal opens. */
export function initialValue(field: APIComponentInLabel): ModalValue {
  switch (field.type) {
    case ComponentType.TextInput:
      return field.value ?? '';
    case ComponentType.FileUpload:
      return [];
    case ComponentType.RadioGroup:
    case ComponentType.CheckboxGroup:
      return field.options.filter((option) => option.default).map(({ value }) => value);
    case ComponentType.Checkbox:
      return field.default ? ['true'] : [];
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
    default:
      return defaultValues(field);
  }
}

/** Says what is wrong with what was entered, as Discord's client does before it sends anything. */
export function modalProblem(field: APIComponentInLabel, value: ModalValue): string | undefined {
  if (field.type === ComponentType.Checkbox) return undefined;
  const isEmpty = value.length === 0;
  if (isEmpty) return field.required === false ? undefined : 'This field is required.';
  if (field.type === ComponentType.RadioGroup) return undefined;
  const isText = field.type === ComponentType.TextInput;
  const [minimum, maximum] = isText ? [field.min_length ?? 0, field.max_length ?? 4_000] : bounds(field);
  const unit = isText ? 'characters' : 'choices';
  if (value.length < minimum) return `At least ${minimum} ${unit}, now ${value.length}.`;
  return value.length > maximum ? `At most ${maximum} ${unit}, now ${value.length}.` : undefined;
}

function bounds(
  field: Exclude<
    APIComponentInLabel,
    { type: ComponentType.TextInput | ComponentType.Checkbox | ComponentType.RadioGroup }
  >,
): [minimum: number, maximum: number] {
  const usual = field.type === ComponentType.CheckboxGroup ? field.options.length : 1;
  return [field.min_values ?? 1, field.max_values ?? usual];
}
