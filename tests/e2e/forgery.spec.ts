/** A page that tries to speak for the person, to the extension as it is released (issue 4). */
import { expect, test } from './harness/fixtures';
import { readFacts } from './harness/ledger';
import { clickInCard, readCard } from './harness/overlay';
import { prepare, visit } from './harness/scene';
import { waitUntil } from './harness/wait-until';

test('no message, event or port of a page reaches the ledger; the next press of the person does', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element', { state: 'ca-list' });
  const { step = null } = (await person.sees({ guide: 'rebind', page: 'ca-list' })) ?? {};
  const said = async () =>
    (await readFacts(popup, 'preview')).filter(({ assertion }) => assertion === 'said');
  expect(await said()).toEqual([]);

  const ways = await person.page.evaluate(
    async ([id, shown]) => {
      const word = { kind: 'answer', question: 'old-kept', answer: 'yes' };
      const forged = [
        { type: 'page.said', id: 'forged', word, guide: 'rebind', step: shown },
        { type: 'page.card', state: 'shown', warnsOn: 'ca-list' },
        { type: 'pages.preview', date: '2023-09-20' },
        { type: 'show.card', plan: { kind: 'silent' } },
        { type: 'wxt:content-script-started', contentScriptName: 'guide', messageId: 'x' },
      ];
      for (const data of forged) {
        window.postMessage(data, '*');
        for (const target of [window, document, document.documentElement]) {
          target.dispatchEvent(new MessageEvent('message', { data }));
          target.dispatchEvent(new CustomEvent(data.type, { detail: data }));
        }
      }
      // What a page may have of the browser's own ways to an extension.
      const { chrome } = window as unknown as {
        chrome?: { runtime?: { sendMessage?(to: string, message: unknown): unknown } };
      };
      const tried: string[] = [];
      if (chrome?.runtime?.sendMessage) {
        tried.push('sendMessage');
        for (const message of forged)
          await Promise.resolve(chrome.runtime.sendMessage(id as string, message));
      }
      const files = ['guide.js', 'popup.html', 'manifest.json'];
      for (const file of files) {
        const loaded = await fetch(`chrome-extension://${id}/${file}`).then(
          () => true,
          () => false,
        );
        if (loaded) tried.push(file);
      }
      return tried;
    },
    [browserWithExtension.extensionId, step],
  );
  expect(ways).toEqual([]);

  // Whatever was sent before is through once the person's own press is.
  await clickInCard(person.page, '[data-question="old-kept"][data-action="answer-no"]');
  const words = await waitUntil('the person’s word', said, ({ length }) => length > 0);
  expect(words.map(({ body }) => body)).toEqual([{ kind: 'answer', question: 'old-kept', answer: 'no' }]);
  expect(await readCard(person.page)).not.toBeNull();
});
