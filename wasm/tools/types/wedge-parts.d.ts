// What `wedge.js` works with inside.

/** Where text is typed into; what can be edited is taken for one too. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
export type MayField = Field | null;

/** Puts a field back as it was; `inserted`: signs that an editable part got since. */
export type PutBack = (inserted: number) => void;

/** What was typed, when, where, and how that was before. */
export interface Key {
  readonly sign: string;
  readonly at: number;
  readonly field: MayField;
  readonly put: PutBack | null;
  readonly byKey: boolean;
}

/** How something was typed. */
export interface Typed {
  readonly put?: PutBack | null | undefined;
  readonly byKey?: boolean;
  /** It is not in the field yet. */
  readonly pending?: boolean;
}

/** What is taken for a scan. `fields`: where its first signs came before it was known, and how many of them are still there. */
export interface Burst {
  text: string;
  readonly prefixed: boolean;
  last: number;
  readonly fields: Map<Field, { readonly put: PutBack | null; inserted: number }>;
}

/** What ended by silence, and when: it may have been a rest. */
export interface Torn {
  readonly text: string;
  readonly prefixed: boolean;
  readonly at: number;
}
