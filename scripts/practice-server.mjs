/**
 * Serves the built practice site on loopback. Browsers are told to look for the official host name here
 * (`--host-resolver-rules`), so the release build's own match pattern applies.
 *
 *   node scripts/practice-server.mjs [--port 8080] [--skin element]
 */
import { createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const HOME = fileURLToPath(new URL('..', import.meta.url));

/** Where `vite build -c vite.practice.config.ts` puts the site. */
export const PRACTICE_SITE = join(HOME, '.output', 'practice-site');
/** Static pages with a target in every kind of frame; served under `/frames/`, never built. */
const FRAME_PAGES = join(HOME, 'tests', 'site', 'frames');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Builds the site into `PRACTICE_SITE`. */
export async function buildPractice() {
  const { build } = await import('vite');
  await build({ configFile: join(HOME, 'vite.practice.config.ts') });
}

async function isFile(path) {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** The file for a path of the site, or null; never one outside the two folders. */
async function findFile(root, path) {
  const [folder, rest] = path.startsWith('/frames/')
    ? [FRAME_PAGES, path.slice('/frames'.length)]
    : [root, path];
  const file = normalize(join(folder, rest.endsWith('/') ? `${rest}index.html` : rest));
  return file.startsWith(folder + sep) && (await isFile(file)) ? file : null;
}

/**
 * @param {object} [options]
 * @param {number} [options.port] 0 takes a free one
 * @param {string} [options.skin] where `/` leads; the site's own first skin where absent
 * @param {string} [options.root] the built site
 * @param {{key: string, cert: string}} [options.tls] PEM; served over https with it
 * @returns {Promise<{port: number, close(): Promise<void>}>}
 * @throws when the site has not been built, or the port is taken
 */
export async function servePractice({ port = 0, skin, root = PRACTICE_SITE, tls } = {}) {
  await access(join(root, 'index.html')).catch(() => {
    throw new Error(`the practice site is not built: ${root} (npx vite build -c vite.practice.config.ts)`);
  });
  /** @type {import('node:http').RequestListener} */
  const answerRequest = async (request, response) => {
    const answer = (status, headers, text = '') => {
      response.writeHead(status, { 'cache-control': 'no-store', ...headers }).end(text);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, { allow: 'GET, HEAD' });
    let url;
    let path;
    try {
      url = new URL(request.url ?? '/', 'http://practice.invalid');
      path = decodeURIComponent(url.pathname);
    } catch {
      return answer(400, {});
    }
    if (path === '/' && skin !== undefined && !url.searchParams.has('skin')) {
      url.searchParams.set('skin', skin);
      return answer(302, { location: `/${url.search}` });
    }
    // Browsers ask for it unasked, and would note its absence as an error.
    if (path === '/favicon.ico') return answer(204, {});
    const file = await findFile(root, path);
    if (file === null) return answer(404, { 'content-type': 'text/plain; charset=utf-8' }, 'not found');
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
    });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  };
  const server = tls ? createSecureServer(tls, answerRequest) : createServer(answerRequest);
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: server.address().port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { parseArgs } = await import('node:util');
  const { values } = parseArgs({ options: { port: { type: 'string' }, skin: { type: 'string' } } });
  await buildPractice();
  const { port } = await servePractice({ port: Number(values.port ?? 0), skin: values.skin });
  console.log(`practice site: http://127.0.0.1:${port}/`);
}
