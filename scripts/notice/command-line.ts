/** What the notice commands share: arguments, sentences, exit statuses. */
import { parseArgs } from 'node:util';
import type { Language } from '@/lib/locale/text';
import { createTranslate, type MessageKey, type MessageParams, type Translate } from '@/lib/locale/translate';
import en from '@/locales/en.json';
import zh from '@/locales/zh_CN.json';

/** One status for whatever went wrong; the sentence says what. */
export const STATUS = { fine: 0, packRefused: 1, misused: 1 } as const;

/** Something the caller can put right; ends the command with its sentence and status 1. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
  constructor(
    readonly key: MessageKey,
    readonly params: MessageParams = {},
  ) {
    super(key);
  }
}

export interface CommandLine {
  readonly file: string;
  /** All that were given, in their order. */
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, string>>;
}

/** Each option's name without dashes, and an example of its value. */
export type OptionExamples = Readonly<Record<string, string>>;

/**
 * Reads `FILE --name value …`, in any order, `--name=value` too. Every option takes a value and is given at
 * most once. Throws `Misuse`.
 */
export function readCommandLine(
  args: readonly string[],
  examples: OptionExamples,
  mostFiles = 1,
): CommandLine {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.keys(examples).map((name) => [name, { type: 'string' as const }] as const),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = new Map<string, string>();
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const option = token.rawName;
    const example = Object.hasOwn(examples, token.name) ? examples[token.name] : undefined;
    if (example === undefined) throw new Misuse('notice.command.unknownOption', { option });
    if (options.has(token.name)) throw new Misuse('notice.command.repeatedOption', { option });
    // `--role --date …`: the next option is not this one's value.
    if (!token.value || (!token.inlineValue && token.value.startsWith('--'))) {
      throw new Misuse('notice.command.noValue', { option, example });
    }
    options.set(token.name, token.value);
  }
  const [file] = files;
  if (!file) throw new Misuse('notice.command.noFile');
  if (files.length > mostFiles) throw new Misuse('notice.command.oneFile', { number: files.length });
  return { file, files, options: Object.fromEntries(options) };
}

/** The option's value out of a closed list; undefined where it is not given. Throws `Misuse`. */
export function readChoice<const T extends string>(
  line: CommandLine,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = line.options[name];
  if (value === undefined) return undefined;
  const choice = choices.find((each) => each === value);
  if (choice === undefined) {
    throw new Misuse('notice.command.badChoice', {
      option: `--${name}`,
      found: value,
      options: choices.join(', '),
    });
  }
  return choice;
}

/** The language asked for by `--lang`, Chinese unless it is `en`; decided before anything can go wrong. */
export function languageOf(args: readonly string[]): Language {
  const at = args.indexOf('--lang');
  return args.includes('--lang=en') || (at >= 0 && args[at + 1] === 'en') ? 'en' : 'zh';
}

export function translatorFor(language: Language): Translate {
  return createTranslate(language === 'en' ? en : zh);
}

/** What a command answers, before anything is printed. */
export interface Outcome {
  readonly status: number;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

export type Command = (args: readonly string[], t: Translate, language: Language) => Promise<Outcome>;

/** Runs a command; a misuse becomes its sentence and the usage. */
export async function runCommand(
  command: Command,
  usage: MessageKey,
  args: readonly string[],
): Promise<Outcome> {
  const language = languageOf(args);
  const t = translatorFor(language);
  try {
    return await command(args, t, language);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return { status: STATUS.misused, stdout: [], stderr: [t(error.key, error.params), t(usage)] };
  }
}

/** Prints an outcome and sets the exit status, leaving the streams to drain: a pipe gets it whole. */
export function report(outcome: Outcome): void {
  for (const line of outcome.stderr) console.error(line);
  for (const line of outcome.stdout) console.log(line);
  process.exitCode = outcome.status;
}
