export const ROOT: string;
export function inRoot(...parts: readonly string[]): string;
