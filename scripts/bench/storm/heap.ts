/** What lives in a renderer's JavaScript heap, of all worlds, without the code that the engine makes of scripts. */
import type { BenchPage } from '../bench-page';

/** The parts of a heap snapshot that say how large each node is, and what it is. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[] | string)[];
    };
  };
  readonly nodes: readonly number[];
}

/** Bytecode, machine code and what was learnt for them: they grow for minutes, by what is hot, and then stand. */
const CODE = 'code';

/**
 * Kilobytes of living objects, strings and closures, after a collection.
 *
 * @throws {Error} where the snapshot has another form than Chromium has given it since version 3 of V8
 */
export async function liveKilobytes({ session }: BenchPage): Promise<number> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { readonly chunk: string }) => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', keep);
  const { snapshot, nodes }: HeapSnapshot = JSON.parse(chunks.join(''));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const code = types[type]?.indexOf(CODE) ?? -1;
  if (type < 0 || size < 0 || code < 0) throw new Error('bench: the heap snapshot has an unknown form');
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (nodes[at + type] !== code) bytes += nodes[at + size] ?? 0;
  }
  return bytes / 1000;
}
