import type { Plugin } from 'vite';

/**
 * The card's components are written for React, as all of ours are, and run on it in the practice page and in
 * unit tests. Where they are injected into a page they are rendered by Preact: a fourth of the bytes, and a
 * first paint three times as soon (docs/decisions/012-card-renderer.md).
 */
export function renderCardByPreact(): Plugin {
  const alias = [
    { find: /^react$/, replacement: 'preact/compat' },
    { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
    { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
  ];
  return { name: 'rebind:render-card-by-preact', config: () => ({ resolve: { alias } }) };
}
