import type zh from '@/locales/zh_CN.json';

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** Dotted path of a sentence in `locales/zh_CN.json`, the reference locale. */
export type MessageKey = Leaves<typeof zh>;

export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * Looks up one sentence and fills its `{name}` holes. `params.count` also picks the plural form of a
 * message written "one | many". Handed to components as a prop or through context, so that no
 * component needs a browser API.
 */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

/** A tree of messages as the locale files hold them. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

function find(messages: Messages, key: string): string | undefined {
  let node: string | Messages | undefined = messages;
  for (const part of key.split('.')) {
    if (typeof node !== 'object') return undefined;
    node = node[part];
  }
  return typeof node === 'string' ? node : undefined;
}

/** Fills `{name}` holes; a hole without a value stays as it is, so that a mistake shows. */
export function fillHoles(message: string, params: MessageParams = {}): string {
  return message.replace(/\{([A-Za-z0-9_]+)\}/g, (hole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : hole,
  );
}

/** Picks "one" of "one | many" by `count`; a message without forms is returned whole. */
export function pickPlural(message: string, count: unknown): string {
  if (typeof count !== 'number') return message;
  const [one = message, many = one] = message.split(' | ');
  return count === 1 ? one : many;
}

/**
 * A translator over messages already in memory: for tests, command lines and the practice site, which
 * run where there is no `browser.i18n`. A missing key comes back as the key, so that a test sees it.
 */
export function createTranslate(messages: Messages): Translate {
  return (key, params) => {
    const message = find(messages, key);
    return message === undefined ? key : fillHoles(pickPlural(message, params?.count), params);
  };
}
