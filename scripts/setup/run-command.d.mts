export class PlainError extends Error {}
export function say(line: string): void;
export function failPlainly(error: unknown): void;
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Sends the program's stdout to our stderr. */
  readonly toStderr?: boolean;
  /** Milliseconds. */
  readonly timeout?: number;
}
export function run(command: string, args: readonly string[], options?: RunOptions): Promise<number>;
