/** Stands for the service of another plugin, whose package would declare it. */
interface Frames {
  creditLine(): string;
}

declare module '@twi/sdk' {
  interface PluginServices {
    frames: Frames;
  }
}
