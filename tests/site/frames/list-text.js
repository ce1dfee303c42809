/** The one list document, as text, for the pages that put it somewhere else than into a frame's `src`. */
export async function loadList() {
  return (await fetch('/frames/list.html')).text();
}

/** Its elements, for the pages that put them into their own document. */
export async function loadListElements() {
  const { head, body } = new DOMParser().parseFromString(await loadList(), 'text/html');
  return [...head.querySelectorAll('link'), ...body.children].map((each) => document.importNode(each, true));
}
