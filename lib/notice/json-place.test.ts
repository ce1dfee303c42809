import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whereJsonBreaks } from './json-place';
import { loadPack } from './load';

describe('where a file stops being JSON', () => {
  it.each([
    ['a remark before it', '// 通知包\n{\n  "id": "a"\n}', 1, 1],
    ['a remark within', '{\n  "id": "a", // 标识\n  "version": "1.0.0"\n}', 2, 14],
    ['a web page', '<!doctype html>\n<p>404</p>\n', 1, 1],
    ['Chinese quotes', '{\n  “id”: "a"\n}', 2, 3],
    ['a Chinese comma', '{\n  "id": "a"，\n  "version": "1.0.0"\n}', 2, 12],
    ['a comma too many', '{\n  "id": "a",\n}', 3, 1],
    ['a comma forgotten', '{\n  "id": "a"\n  "version": "1.0.0"\n}', 3, 3],
    ['a quote not closed', '{\n  "id": "a,\n  "version": "1.0.0"\n}', 2, 12],
    ['half a file', '{\n  "id": "a",\n  "title": {', 3, 13],
    ['a wrong bracket', '{\n  "phases": [}\n', 2, 14],
    ['a number with a nought before it', '{\n  "number": 01\n}', 2, 13],
    ['more behind it', '{}\n{}', 2, 1],
  ])('%s: line and column', (_, json, line, column) => {
    expect(() => JSON.parse(json)).toThrow();
    expect(loadPack(json)).toMatchObject({ problems: [{ code: 'json', params: { line, column } }] });
  });

  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  it('is found where there is such a place, and nowhere else', () => {
    const spoilt = fc
      .tuple(
        fc.jsonValue(),
        fc.nat(),
        fc.constantFrom('', '"', ',', '}', ']', '{', ':', '\\', '0', '-', 'e', '\n', '，'),
      )
      .map(([value, at, put]) => {
        const json = JSON.stringify(value, null, at % 3);
        const place = at % (json.length + 1);
        return json.slice(0, place) + put + json.slice(place + (at % 2));
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), spoilt, fc.string()), (text) => {
        const place = whereJsonBreaks(text);
        expect(place === null).toBe(isJson(text));
        // What stands before it can be gone on with; with the sign it cannot: whatever follows.
        if (place !== null) expect(place).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('however deep or long: no stack is needed', () => {
    expect(whereJsonBreaks('['.repeat(200_000))).toBe(200_000);
    expect(whereJsonBreaks(`"${'长'.repeat(2_000_000)}`)).toBe(2_000_001);
  });
});
