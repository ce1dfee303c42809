/**
 * Proof that nothing leaves the browser (design.md §3.7): every request that is not for the imitated hosts
 * goes to this proxy, which writes down where it wanted to go and refuses. It hears service workers,
 * extension pages and the browser itself alike, and loopback too.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Chromium's own errands, made without us: component and extension updates, sign-in state, field trials.
 * Ours would go to none of Google's hosts.
 */
const BROWSER_ERRANDS = /(^|\.)(google|googleapis|gstatic|gvt1|gvt2|googleusercontent)\.com$/;

export class TrafficWitness {
  readonly #server: Server;
  readonly #attempts: string[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<TrafficWitness> {
    const server = createServer();
    const witness = new TrafficWitness(server);
    server.on('request', (request, response) => {
      witness.#attempts.push(request.url ?? '');
      response.writeHead(502).end();
    });
    server.on('connect', (request, socket) => {
      witness.#attempts.push(request.url ?? '');
      // A browser that is being closed resets the connection; where it wanted to go is written down already.
      socket.on('error', () => {});
      socket.end('HTTP/1.1 502 Refused\r\n\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return witness;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Where anything but the browser itself wanted to go. */
  get leaks(): readonly string[] {
    return this.#attempts.filter((url) => {
      const { hostname } = new URL(url.includes('://') ? url : `https://${url}`);
      return !BROWSER_ERRANDS.test(hostname);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
