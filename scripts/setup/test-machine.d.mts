export function findFirefox(): string | null;
export function hasChineseFont(): Promise<boolean>;
export function ensureTestMachine(want: { firefox: boolean }): Promise<void>;
