import { describe, expect, it } from 'vitest';
import en from '@/locales/en.json';
import zh from '@/locales/zh_CN.json';
import { BUILDS, readArtefact } from './artefact';

interface Tree {
  readonly [key: string]: string | Tree;
}

/** Every sentence by its dotted path. */
function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') sentences.set(prefix + key, value);
    else for (const [path, text] of flatten(value, `${prefix}${key}.`)) sentences.set(path, text);
  }
  return sentences;
}

const chinese = flatten(zh);
const english = flatten(en);

const holesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** Sentences that break a rule, by path, so that a failure names them. */
function breaking(sentences: ReadonlyMap<string, string>, isBroken: (text: string) => boolean): string[] {
  return [...sentences].filter(([, text]) => isBroken(text)).map(([path, text]) => `${path}: ${text}`);
}

describe('locale files', () => {
  it('hold the same sentences in Chinese and English', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('use names a browser accepts: any other character makes it refuse the whole extension', () => {
    const illegal = [...chinese.keys()].filter((path) => !/^[A-Za-z0-9_.]+$/.test(path));
    expect(illegal).toEqual([]);
  });

  it('leave none empty', () => {
    const isEmpty = (text: string) => text.trim() === '';
    expect(breaking(chinese, isEmpty)).toEqual([]);
    expect(breaking(english, isEmpty)).toEqual([]);
  });

  it('fill the same holes in both languages', () => {
    const different = [...chinese].filter(
      ([path, text]) => holesOf(text).join() !== holesOf(english.get(path) ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  it('write plural forms only in English, and two of them', () => {
    expect(breaking(chinese, (text) => text.includes(' | '))).toEqual([]);
    const isBadPlural = (text: string) => text.includes(' | ') && text.split(' | ').length !== 2;
    expect(breaking(english, isBadPlural)).toEqual([]);
  });

  it('keep the tone: 您, full-width punctuation, no exclamation marks (design.md §8)', () => {
    expect(breaking(chinese, (text) => /[!！]|你|亲/.test(text))).toEqual([]);
    expect(breaking(english, (text) => text.includes('!'))).toEqual([]);
    // A comma, colon, semicolon or bracket next to a Chinese character is written full-width.
    const isHalfWidth = (text: string) => /[\u4e00-\u9fff][,;:()?]|[,;()?][\u4e00-\u9fff]/.test(text);
    expect(breaking(chinese, isHalfWidth)).toEqual([]);
  });

  it.each(BUILDS)('are in %s whole', (build) => {
    for (const [folder, sentences] of [
      ['zh_CN', chinese],
      ['en', english],
    ] as const) {
      const built = JSON.parse(readArtefact(build, `_locales/${folder}/messages.json`)) as Record<
        string,
        { message: string }
      >;
      const names = [...sentences.keys()].map((path) => path.replaceAll('.', '_')).sort();
      expect(Object.keys(built).sort()).toEqual(names);
    }
  });
});
