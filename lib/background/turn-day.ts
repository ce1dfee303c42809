import { SerialQueue } from './serial-queue';

/**
 * What a new day, a start or an update sets going. Turns follow one another, since two at once would both find the same
 * reminder untold; and a plan that fails keeps no reminder back.
 *
 * @param replan rejects where a page or the database cannot be reached
 */
export function dayTurn(replan: () => Promise<void>, announce: () => Promise<void>): () => Promise<void> {
  const turns = new SerialQueue<'day'>();
  return () =>
    turns.run('day', async () => {
      await replan().catch(() => {});
      await announce();
    });
}
