import {
  Command,
  InteractionHandler,
  InteractionHandlerTypes,
  Listener,
  Precondition,
} from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { definePlugin, defineRoute, type Plugin } from '@twi/sdk';
import {
  ApplicationCommandType,
  type AutocompleteInteraction,
  type BaseInteraction,
  GatewayIntentBits,
  type Message,
} from 'discord.js';

/** Something of a plugin that ran. */
export interface Ran {
  readonly plugin: string;
  readonly what: string;
  readonly guildId: string | null;
}

/** Every way into a plugin, as `probePlugin` reports them. */
export const WAYS = [
  'chat-input',
  'subcommand',
  'context-menu',
  'autocomplete',
  'autocomplete-handler',
  'button',
  'select',
  'modal',
  'precondition',
  'global-precondition',
  'message-command',
  'listener',
  'route',
] as const;

type Way = (typeof WAYS)[number];

/** A plugin with one of everything, each of which tells that it ran. */
export function probePlugin(id: string, report: (ran: Ran) => void): Plugin {
  const ran = (what: Way, source: BaseInteraction | Message): void => {
    report({ plugin: id, what, guildId: source.guildId });
    // In place of an answer, which Discord would not take for an interaction that it never sent.
    if ('token' in source) Object.assign(source, { replied: true, responded: true });
  };

  class Chat extends Command {
    constructor(context: Command.LoaderContext) {
      super(context, { preconditions: [{ name: `${id}/named`, context: {} }] as never });
    }
    override registerApplicationCommands(registry: Command.Registry): void {
      registry.registerChatInputCommand((command) => command.setName(this.name).setDescription('Runs.'));
      registry.registerContextMenuCommand((command) =>
        command.setName(`${id} menu`).setType(ApplicationCommandType.User),
      );
    }
    override chatInputRun(interaction: BaseInteraction): void {
      ran('chat-input', interaction);
    }
    override contextMenuRun(interaction: BaseInteraction): void {
      ran('context-menu', interaction);
    }
    override messageRun(message: Message): void {
      ran('message-command', message);
    }
    override autocompleteRun(interaction: AutocompleteInteraction): void {
      ran('autocomplete', interaction);
    }
  }

  class Grouped extends Subcommand {
    constructor(context: Subcommand.LoaderContext) {
      super(context, {
        subcommands: [{ name: 'go', chatInputRun: (interaction) => ran('subcommand', interaction) }],
      });
    }
    override registerApplicationCommands(registry: Subcommand.Registry): void {
      registry.registerChatInputCommand((command) =>
        command
          .setName(this.name)
          .setDescription('Runs.')
          .addSubcommand((sub) => sub.setName('go').setDescription('Runs.')),
      );
    }
  }

  const handler = (type: InteractionHandlerTypes, what: Way) =>
    class extends InteractionHandler {
      constructor(context: InteractionHandler.LoaderContext) {
        super(context, { interactionHandlerType: type });
      }
      override parse(interaction: BaseInteraction) {
        // A guess at somebody else's command must not keep it from its own handler.
        if (interaction.isAutocomplete() && interaction.commandName !== `${id}-sub`) return this.none();
        ran(what, interaction);
        return this.some();
      }
      override run(interaction: BaseInteraction): void {
        ran(what, interaction);
      }
    };

  const asked = (what: Way, position?: number) =>
    class extends Precondition {
      constructor(context: Precondition.LoaderContext) {
        super(context, position === undefined ? {} : { position });
      }
      #pass(source: BaseInteraction | Message): Precondition.Result {
        ran(what, source);
        return this.ok();
      }
      override chatInputRun(interaction: BaseInteraction) {
        return this.#pass(interaction);
      }
      override contextMenuRun(interaction: BaseInteraction) {
        return this.#pass(interaction);
      }
      override messageRun(message: Message) {
        return this.#pass(message);
      }
    };

  class OnMessage extends Listener {
    constructor(context: Listener.LoaderContext) {
      super(context, { event: 'messageCreate' });
    }
    override run(message: Message): void {
      ran('listener', message);
    }
  }

  return definePlugin({
    id,
    title: `The ${id}`,
    description: 'Tells what runs.',
    intents: [GatewayIntentBits.GuildMessages],
    pieces: {
      commands: { [`${id}-chat`]: Chat, [`${id}-sub`]: Grouped },
      preconditions: { named: asked('precondition'), global: asked('global-precondition', -5) },
      interactionHandlers: {
        press: handler(InteractionHandlerTypes.Button, 'button'),
        choose: handler(InteractionHandlerTypes.SelectMenu, 'select'),
        fill: handler(InteractionHandlerTypes.ModalSubmit, 'modal'),
        complete: handler(InteractionHandlerTypes.Autocomplete, 'autocomplete-handler'),
      },
      listeners: { 'message-create': OnMessage },
    },
    routes: {
      hook: defineRoute({
        method: 'GET',
        path: '/hook/:guildId',
        run: ({ params }) => {
          report({ plugin: id, what: 'route', guildId: params['guildId'] ?? null });
          return new Response('ok');
        },
      }),
    },
  });
}
