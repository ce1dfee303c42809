/** A code's name as part of a message key: `pin-wrong` is `pin_wrong` there. */
export type KeyPart<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}_${KeyPart<Tail>}`
  : S;

/**
 * Browsers allow only letters, digits and `_` in message names; one hyphen makes Chromium refuse the whole
 * extension. Codes of ours are kebab-case, so they are turned where they become part of a key.
 */
export function keyPart<S extends string>(code: S): KeyPart<S> {
  return code.replaceAll('-', '_') as KeyPart<S>;
}
