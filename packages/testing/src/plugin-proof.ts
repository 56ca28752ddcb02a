import type { TestDatabase } from '@twi/database/testing';
import type { Host } from '@twi/host';
import type { MemberActor, Sandbox, SandboxGuild, SlashValues } from '@twi/sandbox';
import type { Snowflake } from 'discord.js';

/**
 * What a plugin of an app tells the proofs of the whole app, which put hostile people before everything that it offers
 * and erase a person from everything that it keeps. `test/plugin-proof.ts` of its package exports it as `proof`.
 */
export interface PluginProof {
  /** Its buttons, menus and forms by the names of their handlers; one that is missing here has the state `1`. */
  readonly handlers?: Readonly<Record<string, HandlerSample>>;
  /** Commands that say what is typed in the bot's name, and ping for those who may ping everybody themselves. */
  readonly speaking?: readonly string[];
  /** What the server's owner does first, so that every command has something to suggest and to show. */
  readonly sow?: (bench: ProofBench, scene: ProofScene) => Promise<void>;
  /** Lets a person leave a trace in each of its tables that name persons. They are a member of the server afterwards. */
  readonly leaveTraces?: (bench: ProofBench, cast: ProofCast) => Promise<void>;
  /** Tables that declare persons and in which `leaveTraces` leaves none, each with the reason. */
  readonly traceless?: Readonly<Record<string, string>>;
}

/** A component or form that a person could meet. */
export interface HandlerSample {
  /** The state in its custom id, which the handler must be able to read. */
  readonly state?: (scene: ProofScene) => string;
  /** What is chosen in a menu. */
  readonly value?: string;
  /** What is typed in a form, by the custom ids of its fields; a list for what is chosen in a menu. */
  readonly fields?: Readonly<Record<string, string | readonly string[]>>;
}

/** The running app. Its plugins are on in one server. */
export interface ProofBench {
  readonly sandbox: Sandbox;
  readonly database: TestDatabase;
  readonly host: Host;
  readonly guild: SandboxGuild;
  /** Gives a person the words of a proof, in a channel of any server. */
  readonly play: (userId: Snowflake, channelId: Snowflake) => ProofPerson;
}

/** Somebody who uses the bot. */
export interface ProofPerson {
  readonly id: Snowflake;
  readonly actor: MemberActor;
  /** Types a slash command, and reads all of the answer. */
  slash(line: string, values?: SlashValues): Promise<string>;
  /** The same, where it has to succeed. @throws {Error} with the answer that was not hoped for */
  does(line: string, values: SlashValues, hoped: RegExp): Promise<void>;
}

/** Where the people meet who try everything, and whom they act on. */
export interface ProofScene {
  readonly ownerId: Snowflake;
  /** Where commands are typed. */
  readonly channelId: Snowflake;
  /** Where the messages are that menus and forms are about. */
  readonly lobbyId: Snowflake;
  /** A text channel that may come to harm. */
  readonly sideId: Snowflake;
  /** A channel of each type that Discord has, by the number of the type; they may come to harm. */
  readonly channels: ReadonlyMap<number, Snowflake>;
  readonly roleId: Snowflake;
  /** Somebody without any role. */
  readonly victimId: Snowflake;
  readonly victimMessageId: Snowflake;
  /** Somebody whose role is above the bot's. */
  readonly highId: Snowflake;
  readonly highMessageId: Snowflake;
  readonly botMessageId: Snowflake;
}

/** Who leaves traces, among whom. */
export interface ProofCast {
  /** Whose data it is about: one of the staff, below the owner. */
  readonly una: ProofPerson;
  readonly owner: ProofPerson;
  /** A member without any role. */
  readonly bob: ProofPerson;
  readonly channelId: Snowflake;
  readonly sideId: Snowflake;
  readonly staffId: Snowflake;
}
