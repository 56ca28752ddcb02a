import { Events, Listener } from '@sapphire/framework';

/** Takes the place of Sapphire's `CoreReady`, without its registration of commands: the reconciler does that. */
export class HostReadyListener extends Listener<typeof Events.ClientReady> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ClientReady, once: true });
  }

  override run(): void {
    this.container.client.id ??= this.container.client.user?.id ?? null;
  }
}
