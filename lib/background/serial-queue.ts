/**
 * Runs tasks of one key after another. Messages of a tab arrive together (one a frame), and each reads,
 * changes and writes the tab's state. Holds running work only, no truth: a stopped worker loses nothing
 * that was acknowledged.
 */
export class SerialQueue<K> {
  readonly #tails = new Map<K, Promise<unknown>>();

  run<T>(key: K, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const result = before.then(task, task);
    const tail = result.then(
      () => {},
      () => {},
    );
    this.#tails.set(key, tail);
    void tail.then(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    });
    return result;
  }
}
