import { customId, parseCustomId } from '@twi/sdk';
import { LabelBuilder, ModalBuilder, TextInputStyle } from 'discord.js';
import { SERVICE_IDS, SERVICES, type ServiceId } from '../services/service.ts';

const LONGEST_VALUE = 500;
const HANDLER = 'credentials-form';

/** The form into which an administrator enters the credentials of a service. */
export function credentialsForm(service: ServiceId): ModalBuilder {
  const { name, fields } = SERVICES[service];
  return new ModalBuilder()
    .setCustomId(customId('integrations', HANDLER, service))
    .setTitle(`Credentials for ${name}`)
    .addLabelComponents(
      fields.map((field, index) =>
        new LabelBuilder()
          .setLabel(field)
          .setDescription('Kept encrypted, used in this server alone, and never shown again')
          .setTextInputComponent((input) =>
            input
              .setCustomId(String(index))
              .setStyle(TextInputStyle.Short)
              .setMaxLength(LONGEST_VALUE)
              .setRequired(true),
          ),
      ),
    );
}

/** The service that a form is for, or `undefined` when it is another's. */
export function parseCredentialsForm(id: string): ServiceId | undefined {
  return serviceIn(id, HANDLER);
}

/** The service that a custom id of a handler names. */
export function serviceIn(id: string, handler: string): ServiceId | undefined {
  const parsed = parseCustomId(id);
  if (parsed?.plugin !== 'integrations' || parsed.handler !== handler) return undefined;
  return SERVICE_IDS.find((each) => each === parsed.state);
}
