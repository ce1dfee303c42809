/** Which page of a site an address is, told without anything that may be somebody's. Pure. */

/** Folders and names that a program gave: letters, few digits. Anything else may be an account, a unit or a session. */
const STEADY = /^(?=.*[A-Za-z])[A-Za-z0-9_.-]{1,24}$/;
const NUMBER = /\d{3}/;
const MOST_SEGMENTS = 6;

/**
 * The path of an address and of the route behind its `#`, without what comes after `?` or `;`. A segment that is not
 * plainly a program's is an ellipsis.
 */
export function routeOf(address: string): string {
  const { pathname, hash } = new URL(address);
  const inner = hash.replace(/^#!?/, '');
  const route = masked(pathname);
  return inner.startsWith('/') ? `${route === '/' ? '' : route} #${masked(inner)}`.trim() : route;
}

function masked(path: string): string {
  const [bare = ''] = path.split(/[?&;]/, 1);
  const segments = bare.split('/').filter((segment) => segment !== '');
  const shown = segments
    .slice(0, MOST_SEGMENTS)
    .map((segment) => (STEADY.test(segment) && !NUMBER.test(segment) ? segment : '…'));
  return `/${shown.join('/')}${segments.length > MOST_SEGMENTS ? '/…' : ''}`;
}
