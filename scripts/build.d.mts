export type BuildName = 'chrome' | 'edge' | 'firefox' | 'practice';
export function build(names: readonly BuildName[]): Promise<void>;
