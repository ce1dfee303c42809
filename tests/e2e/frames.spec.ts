/** The spike of the first day, kept: a target in every kind of frame, in a dialog, in a shadow root. */
import { OFFICIAL_HOST } from '@/lib/platform/official-site';
import { FRAME_CASES, type FrameCase } from '@/tests/site/frames/cases';
import { expect, test } from './harness/fixtures';
import { readCard, readRings } from './harness/overlay';
import { Person, SKINS } from './harness/person';
import { prepare } from './harness/scene';
import { OTHER_HOST } from './harness/start-chromium';

/** Any port of the host is served here; another port is another origin, and granted all the same. */
const ORIGINS: Readonly<Record<FrameCase['origin'], string | null>> = {
  same: null,
  'other-port': `http://${OFFICIAL_HOST}:8080`,
  ungranted: `http://${OTHER_HOST}`,
};

const addressOf = ({ path, origin }: FrameCase) => {
  const other = ORIGINS[origin];
  return other === null ? path : `${path}?origin=${encodeURIComponent(other)}`;
};

for (const frame of FRAME_CASES.filter(({ reachable }) => reachable)) {
  test(`the ring is on the control, and stays on it when the page shifts and replaces it: ${frame.id}`, async ({
    browserWithExtension,
  }) => {
    await prepare(browserWithExtension);
    const person = new Person(await browserWithExtension.openSite(addressOf(frame)), SKINS.element);
    const held = await person.sees({
      guide: 'rebind',
      step: 'unbind-old',
      page: 'ca-list',
      targetState: 'none',
    });
    expect(held.text).toMatch(/无法恢复|不能恢复/);
    expect(await readRings(person.page)).toEqual([]);
    await person.answersAll('yes');
    await person.sees({ step: 'unbind-old', targetState: 'found' });
    await person.seesRingOn('unbind');

    const control = await person.control('unbind');
    await control.evaluate((element) => {
      // Content that arrives late, above the control.
      const banner = element.ownerDocument.createElement('div');
      banner.style.height = '37px';
      element.closest('table')?.before(banner);
      element.replaceWith(element.cloneNode(true));
    });
    await person.seesRingOn('unbind');
  });
}

test('a control in a frame of a host that was not granted is not pointed at', async ({
  browserWithExtension,
}) => {
  const ungranted = FRAME_CASES.find(({ id }) => id === 'ungranted');
  if (!ungranted) throw new Error('no case for an ungranted host');
  await prepare(browserWithExtension);
  const person = new Person(await browserWithExtension.openSite(addressOf(ungranted)), SKINS.element);
  await (await person.control('unbind')).waitFor();
  // The sentinel of the top document has had its say once this page of ours is answered.
  const popup = await browserWithExtension.openOwnPage('popup.html');
  await popup.waitForLoadState();
  expect((await readCard(person.page))?.page ?? 'unknown').not.toBe('ca-list');
  expect(await readRings(person.page)).toEqual([]);
});
