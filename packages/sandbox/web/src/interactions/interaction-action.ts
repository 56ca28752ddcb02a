/** A file as the control interface takes it. */
export interface FileValue {
  readonly filename: string;
  readonly contentType: string;
  readonly base64: string;
}

/** What can be given for one option of a command; ids stand for users, roles and channels. */
export type OptionValue = string | number | boolean | FileValue;

/** What can be entered in one field of a modal. */
export type ModalValue = string | readonly (string | FileValue)[];

/** What is a context menu command's target. */
export type ContextTarget = { readonly userId: string } | { readonly messageId: string };

/** Something a person does that sends an interaction, in the form of `POST /control/interactions`. */
export type InteractionAction =
  | {
      readonly type: 'slash';
      readonly command: string;
      readonly options: Readonly<Record<string, OptionValue>>;
    }
  | {
      readonly type: 'autocomplete';
      readonly command: string;
      readonly options: Readonly<Record<string, OptionValue>>;
      readonly focused: string;
    }
  | ({ readonly type: 'context-menu'; readonly command: string } & ContextTarget)
  | { readonly type: 'click'; readonly messageId: string; readonly button: string }
  | {
      readonly type: 'select';
      readonly messageId: string;
      readonly menu: string;
      readonly values: readonly string[];
    }
  | {
      readonly type: 'submit';
      readonly exchange: string;
      readonly values: Readonly<Record<string, ModalValue>>;
    };
