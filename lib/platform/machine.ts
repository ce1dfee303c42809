import type { MachineReading } from '@/lib/environment/model';

/** Not in TypeScript's library; Chromium only, and on secure contexts, as ours are. */
interface UserAgentData {
  readonly brands: readonly { readonly brand: string; readonly version: string }[];
}

/** What this browser says of itself, and this computer's clock. Nothing is sent anywhere. */
export function readMachine(now: Date): MachineReading {
  const { userAgentData } = navigator as Navigator & { readonly userAgentData?: UserAgentData };
  return {
    userAgent: navigator.userAgent,
    brands: userAgentData?.brands.map(({ brand, version }) => ({ brand, version })) ?? [],
    now,
    offset: now.getTimezoneOffset(),
  };
}
