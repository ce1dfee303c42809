/** Feeds as their publisher makes them: real keys, real signatures, and whatever a test has wrong in them. */
import { FEED_FORMAT, type FeedIndex, type IndexEntry } from '@/lib/feed/model';
import { sha256Of } from '@/lib/feed/verify';
import type { NoticePack } from '@/lib/notice/model';
import { makePrivateKey, publicKeyOf, signIndex, signPack } from '@/scripts/notice/signing';
import type { FeedServer } from './feed-server';

export class Publisher {
  readonly pem = makePrivateKey();
  readonly key = publicKeyOf(this.pem);
  #serial = 1;

  /** Puts packs on the server and an index over them; the index's serial grows each time. */
  async publish(
    server: FeedServer,
    packs: readonly NoticePack[],
    changed: Partial<FeedIndex> & { readonly at?: Date } = {},
  ): Promise<FeedIndex> {
    const { at = new Date(), ...index } = changed;
    const entries: IndexEntry[] = [];
    for (const pack of packs) {
      const file = `${pack.id}-${pack.version}.jws`;
      const signed = await signPack(JSON.stringify(pack), this.pem);
      server.files.set(file, signed);
      entries.push({ id: pack.id, version: pack.version, file, sha256: await sha256Of(signed) });
    }
    this.#serial += 1;
    const whole: FeedIndex = {
      format: FEED_FORMAT,
      serial: this.#serial,
      issuedAt: at.toISOString(),
      expiresAt: new Date(at.getTime() + 30 * 24 * 60 * 60 * 1000).toISOString(),
      packs: entries,
      ...index,
    };
    server.files.set('index.jws', await signIndex(whole, this.pem));
    return whole;
  }
}
