import { expect, it } from 'vitest';
import { builtinPack } from '@/lib/notice/builtin';

it('tells under “不要做” only what not to do: anything else would be read as its opposite', () => {
  const donts = builtinPack.guides.flatMap(({ steps }) => steps.flatMap((step) => step.dont ?? []));
  expect(donts.length).toBeGreaterThan(10);
  expect(donts.filter(({ zh }) => !/不要|不能|勿/.test(zh)).map(({ zh }) => zh)).toEqual([]);
  expect(donts.filter(({ en }) => !/\b(not|never|nobody)\b/i.test(en ?? '')).map(({ en }) => en)).toEqual([]);
});
