export class PlainError extends Error {}
export function say(line: string): void;
export function failPlainly(error: unknown): void;
