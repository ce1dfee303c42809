/** What a list made by a clerk is to a test: its text, and what its writer meant by it. */

/** What the writer of a list meant of a unit. A field that is absent: nothing was said, and nothing may come of it. */
export interface MeantUnit {
  readonly name: string;
  readonly code?: string;
  readonly supervisingUnit?: string;
  readonly contact?: string;
  readonly phone?: string;
  readonly keysWanted?: string;
  /** The state, then each day: `collected filed@2026-10-09 collected@2026-11-03`. Absent: not filed. */
  readonly ca?: string;
  readonly seal?: string;
  /** The forms in which applications came: `ca:paper ca:scan seal:paper seal:scan`. */
  readonly forms?: string;
}

export interface ClerksList {
  readonly title: string;
  /** Name of the file. */
  readonly file?: string;
  readonly text: string;
  readonly meant: readonly MeantUnit[];
  /** Lines of which something must be told, as a person counts them. */
  readonly told?: readonly number[];
}

/** The same of both certificates. */
export const both = (state: string) => ({ ca: state, seal: state });
