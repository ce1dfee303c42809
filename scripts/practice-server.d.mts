export const PRACTICE_SITE: string;
export function buildPractice(): Promise<void>;
export function servePractice(options?: {
  /** 0 takes a free one. */
  port?: number;
  /** Where `/` leads; the site's own first skin where absent. */
  skin?: string;
  root?: string;
  /** PEM; served over https with it. */
  tls?: { key: string; cert: string };
}): Promise<{ port: number; close(): Promise<void> }>;
