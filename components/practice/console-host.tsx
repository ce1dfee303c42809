import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import tokens from '@/components/ui/tokens.css?inline';
import { type ConsoleProps, PracticeConsole } from './console';
import styles from './console.css?inline';

/**
 * Puts the console behind a closed shadow root of its own host, beside the imitated site: its words (驱动,
 * 口令, 已过期 …) are ours and must not be taken for the site's. Assistive technology still reads it.
 */
export function ConsoleHost({ docked, ...props }: ConsoleProps & { readonly docked: boolean }) {
  const [root, setRoot] = useState<ShadowRoot | null>(null);

  useEffect(() => {
    const host = document.createElement('div');
    host.setAttribute('data-rebind-practice-console', '');
    if (docked) host.setAttribute('data-docked', '');
    const shadow = host.attachShadow({ mode: 'closed' });
    // A constructed sheet, since the extension's own policy refuses inline <style>.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens + styles);
    shadow.adoptedStyleSheets = [sheet];
    document.body.append(host);
    setRoot(shadow);
    return () => host.remove();
  }, [docked]);

  return root === null ? null : createPortal(<PracticeConsole {...props} />, root);
}
