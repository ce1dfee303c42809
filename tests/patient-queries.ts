/** How long a test waits for what it looks for on a page: a busy machine is no defect. */
if ('document' in globalThis) {
  const { configure } = await import('@testing-library/dom');
  configure({ asyncUtilTimeout: 20_000 });
}
