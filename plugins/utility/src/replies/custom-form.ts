import { clip, customId, parseCustomId } from '@twi/sdk';
import { LabelBuilder, ModalBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import type { CommandChanges } from '../commands/custom-options.ts';
import { type CustomCommand, LONGEST_NAME, LONGEST_TEXT } from '../custom-commands/custom-command.ts';

const HANDLER = 'custom-form';
/** Discord's limit (Interactions › Modals). */
const LONGEST_TITLE = 45;

/** What a form is for: a new command with what its options said, or another text of one that is there. */
export type CustomForm =
  | { readonly kind: 'add'; readonly changes: CommandChanges }
  | { readonly kind: 'edit'; readonly number: number };

/** The form for a new command. */
export function addForm(name: string, changes: CommandChanges): ModalBuilder {
  const { isEmbed, cooldownMs, channelId, roleId } = changes;
  const state = ['add', isEmbed ? 1 : 0, cooldownMs ?? '', channelId ?? '', roleId ?? ''].join('|');
  return new ModalBuilder()
    .setCustomId(customId('utility', HANDLER, state))
    .setTitle('New command')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Name')
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('name')
            .setStyle(TextInputStyle.Short)
            .setMaxLength(LONGEST_NAME)
            .setValue(name),
        ),
      textField(''),
    );
}

/** The form for another text. */
export function editForm({ number, name, text }: CustomCommand): ModalBuilder {
  return new ModalBuilder()
    .setCustomId(customId('utility', HANDLER, `edit|${number}`))
    .setTitle(clip(`Command ${name}`, LONGEST_TITLE))
    .addLabelComponents(textField(text));
}

/** What a form was for, or `undefined` when it is another's form. */
export function parseCustomForm(id: string): CustomForm | undefined {
  const parsed = parseCustomId(id);
  if (parsed?.plugin !== 'utility' || parsed.handler !== HANDLER) return undefined;
  const [kind, first = '', cooldownMs = '', channelId = '', roleId = ''] = parsed.state.split('|');
  if (kind === 'edit') return { kind, number: Number(first) };
  const changes = {
    isEmbed: first === '1',
    ...(cooldownMs && { cooldownMs: Number(cooldownMs) }),
    ...(channelId && { channelId }),
    ...(roleId && { roleId }),
  };
  return { kind: 'add', changes };
}

function textField(text: string): LabelBuilder {
  const input = new TextInputBuilder()
    .setCustomId('text')
    .setStyle(TextInputStyle.Paragraph)
    .setMaxLength(LONGEST_TEXT);
  if (text) input.setValue(text);
  return new LabelBuilder()
    .setLabel('Answer')
    .setDescription('Filled in: {user} {server} {channel} {args} {count}')
    .setTextInputComponent(input);
}
