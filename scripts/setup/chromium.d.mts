export interface Browser {
  readonly path: string;
  readonly version: string;
  /** `--load-extension`, or the debugging pipe for branded browsers. */
  readonly load: 'flag' | 'pipe';
}
export const CHROMIUM_FLOOR: number;
export function ensureChromium(alongside?: readonly string[]): Promise<Browser>;
