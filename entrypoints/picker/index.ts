import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { claimDocument } from '@/lib/content/claim-document';
import { mountPicker } from '@/lib/content/picker';
import { keyPart } from '@/lib/locale/key-part';
import type { MessageKey } from '@/lib/locale/translate';
import { extensionLife } from '@/lib/platform/extension-life';
import { translate } from '@/lib/platform/i18n';
import { createPickerLine } from '@/lib/platform/picker-line';

/** Injected by the desk into every frame of the tab in which a control is to be taught. */
export default defineUnlistedScript(() => {
  if (!claimDocument('picker')) return;
  const signal = extensionLife();
  mountPicker(document, createPickerLine(signal), {
    signal,
    words: {
      banner: translate('teach.page.banner'),
      describe: ({ name, role, takenFor }) => {
        const kind = translate(role === null ? 'teach.page.noControl' : `teach.role.${role}`);
        const known = takenFor.map((target) => translate(`teach.target.${keyPart(target)}` as MessageKey));
        const taken =
          known.length > 0
            ? translate('teach.page.takenFor', { targets: known.join(translate('ui.listComma')) })
            : translate('teach.page.takenForNothing');
        return [name || translate('teach.page.noName'), kind, taken].join(' · ');
      },
    },
  });
});
