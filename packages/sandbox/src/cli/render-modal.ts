import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';

type ModalComponent = APIModalInteractionResponseCallbackData['components'][number];

/** A modal as a form: its title, and every field by its label with the name to fill it in by. */
export function modalLines(modal: APIModalInteractionResponseCallbackData): readonly string[] {
  const fields = modal.components.flatMap(fieldLines);
  return [`The bot opens a form: ${modal.title}`, ...fields.map((line) => `  ${line}`)];
}

function fieldLines(component: ModalComponent): readonly string[] {
  switch (component.type) {
    case ComponentType.ActionRow:
      return component.components.map((input) =>
        fieldLine(input.label ?? input.custom_id, input.custom_id, input),
      );
    case ComponentType.Label: {
      const { component: input, label } = component;
      return 'custom_id' in input ? [fieldLine(label, input.custom_id, input)] : [];
    }
    case ComponentType.TextDisplay:
      return component.content.split('\n');
    default:
      return [];
  }
}

function fieldLine(label: string, id: string, input: object): string {
  const isOptional = 'required' in input && input.required === false;
  const value = 'value' in input && typeof input.value === 'string' ? `, now "${input.value}"` : '';
  const options =
    'options' in input && Array.isArray(input.options) ? `, one of ${optionLabels(input.options)}` : '';
  return `${label} (${id}${isOptional ? ', optional' : ''}${value}${options})`;
}

function optionLabels(options: readonly { value: string }[]): string {
  return options.map(({ value }) => value).join(' | ');
}
