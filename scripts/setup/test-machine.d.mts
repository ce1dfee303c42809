export function findFirefox(): string | null;
export function hasChineseFont(): Promise<boolean>;
