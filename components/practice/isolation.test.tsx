import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
    .map((path) => join(folder, path));
}

describe('recognition and the practice site', () => {
  it('know nothing of each other: no marks, no skins, no names of the imitated site', () => {
    const sources = ['lib/page', 'lib/content', 'lib/overlay'].flatMap(sourcesIn);
    expect(sources.length).toBeGreaterThan(5);
    const leaning = sources.filter((path) =>
      /data-practice|dataset\.practice|components\/practice|tests\/site|示例采购|示范单位|样例交易/.test(
        readFileSync(join(ROOT, path), 'utf8'),
      ),
    );
    expect(leaning).toEqual([]);
  });
});
