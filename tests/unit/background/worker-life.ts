/**
 * One life of a background worker: all that it does to the world goes through here, so that it can be cut
 * off at any of its writes. What a dead worker still waits for never comes, and nothing of it is done any more.
 */

/** What changes something outside the worker: session storage, database, documents. */
const WRITES: ReadonlySet<string> = new Set([
  ...['set', 'remove', 'put', 'begin', 'append', 'seedFrom'],
  ...['show', 'inject'],
]);

/** At the n-th write of its life from now on, before or after that was done. */
export interface Death {
  readonly at: number;
  readonly side: 'before' | 'after';
}

const NEVER = new Promise<never>(() => {});

export class WorkerLife {
  isOver = false;
  /** Resolves at the end. */
  readonly over: Promise<void>;
  #end!: () => void;
  #death: Death | null = null;
  #written = 0;
  #running = 0;
  #begun = 0;

  constructor() {
    this.over = new Promise((resolve) => {
      this.#end = () => {
        this.isOver = true;
        resolve();
      };
    });
  }

  /** null: it lives on. */
  plan(death: Death | null): void {
    this.#death = death;
    this.#written = 0;
  }

  end(): void {
    this.#end();
  }

  /** The part as this worker reaches it; the objects in it as well. */
  guard<T extends object>(part: T): T {
    return new Proxy(part, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value === 'function') {
          return (...given: unknown[]) => this.#call(String(name), () => value.apply(target, given));
        }
        return typeof value === 'object' && value !== null ? this.guard(value) : value;
      },
    });
  }

  /** Waits until it has nothing left to do: no call is out, and a turn of the loop brings no new one. */
  async rest(): Promise<void> {
    for (let before = -1; this.#running > 0 || before !== this.#begun; ) {
      before = this.#begun;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async #call(name: string, work: () => unknown): Promise<unknown> {
    if (this.isOver) return NEVER;
    const isLast = WRITES.has(name) && ++this.#written === this.#death?.at;
    if (isLast && this.#death?.side === 'before') this.end();
    if (this.isOver) return NEVER;
    this.#begun += 1;
    this.#running += 1;
    try {
      const result = await work();
      // Whoever planned it may have had the answer meanwhile: then it was a death too late.
      if (isLast && this.#death) this.end();
      return this.isOver ? NEVER : result;
    } finally {
      this.#running -= 1;
    }
  }
}
