/** The picker's end of its line to the desk (`picker-tab.ts` is the other). */
import { PICKER_LINE, type PickerAsk, type PickerLine } from '@/lib/messaging/picker-contract';
import { nativeApi } from './native';

/**
 * Waits for one of our own pages to open the line to this frame. A page of the site cannot: it has no way to
 * `runtime.connect`, and another extension's ports come by another event. A later line takes the place of an earlier.
 */
export function createPickerLine(signal: AbortSignal): PickerLine {
  const { runtime } = nativeApi();
  type Line = Parameters<Parameters<typeof runtime.onConnect.addListener>[0]>[0];
  let line: Line | null = null;
  return {
    tell: (message) => line?.postMessage(message),
    listen(hear, onEnd) {
      const accept = (port: Line) => {
        const isOurs = port.sender?.id === runtime.id && port.sender?.url?.startsWith(runtime.getURL('/'));
        if (port.name !== PICKER_LINE || !isOurs) return;
        line?.disconnect();
        line = port;
        port.onMessage.addListener((message: PickerAsk) => hear(message));
        port.onDisconnect.addListener(() => {
          if (line !== port) return;
          line = null;
          onEnd();
        });
      };
      if (signal.aborted) return;
      runtime.onConnect.addListener(accept);
      signal.addEventListener('abort', () => runtime.onConnect.removeListener(accept), { once: true });
    },
  };
}
