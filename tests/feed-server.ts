/** A static web server on loopback for feeds: real HTTP with ETag and 304, and whatever a test has go wrong. */
import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is served under a path: a file's text, or an answer of the test's own. */
export type Served = string | ((response: ServerResponse) => void);

export interface Asked {
  readonly path: string;
  readonly ifNoneMatch: string | undefined;
  readonly cookie: string | undefined;
  readonly referer: string | undefined;
  status: number;
}

export class FeedServer {
  readonly files = new Map<string, Served>();
  readonly asked: Asked[] = [];
  /** Whether pages of other origins may read: what an administrator's server says. */
  allowsAll = true;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://feed').pathname.slice(1);
      const { 'if-none-match': ifNoneMatch, cookie, referer } = request.headers;
      const asked: Asked = { path, ifNoneMatch, cookie, referer, status: 0 };
      this.asked.push(asked);
      response.on('finish', () => {
        asked.status = response.statusCode;
      });
      if (this.allowsAll) response.setHeader('access-control-allow-origin', '*');
      const served = this.files.get(path);
      if (served === undefined) response.writeHead(404).end('no such file');
      else if (typeof served !== 'string') served(response);
      else {
        const etag = `"${createHash('sha256').update(served).digest('hex')}"`;
        response.setHeader('etag', etag);
        response.setHeader('content-type', 'application/jose');
        if (ifNoneMatch === etag) response.writeHead(304).end();
        else response.end(served);
      }
    });
  }

  static async start(): Promise<FeedServer> {
    const feed = new FeedServer();
    await new Promise<void>((resolve) => feed.#server.listen(0, '127.0.0.1', resolve));
    return feed;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}/index.jws`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
