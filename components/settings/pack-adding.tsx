/** A file given as a notice pack: refused with what, why and what to do, or shown before it is used. */
import { useState } from 'react';
import { FileDrop } from '@/components/popup/file-drop';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import { keyPart } from '@/lib/locale/key-part';
import { sayProblem } from '@/lib/notice/say-problem';
import type { LookedAtPack } from './looked-at-pack';
import { PackPreview } from './pack-preview';
import type { SettingsServices } from './services';

/** Problems shown at once: one slip of the pen often makes many. */
const MOST_PROBLEMS = 20;

interface Looked {
  readonly name: string;
  readonly found: LookedAtPack;
}

export function PackAdding(props: {
  readonly services: Pick<SettingsServices, 'lookAtPack'>;
  /** The region whose notices are followed now. */
  readonly current: string;
}) {
  const { t, say } = useSpeech();
  const looking = useAction();
  const using = useAction();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [done, setDone] = useState('');
  const look = (file: File | undefined) =>
    file &&
    looking.run(async () => {
      setDone('');
      setLooked(null);
      setLooked({ name: file.name, found: await props.services.lookAtPack(file) });
    });
  const use = (found: Extract<LookedAtPack, { ok: true }>, chooseRegion: boolean) =>
    using.run(async () => {
      const wasUsed = await found.use({ chooseRegion });
      setLooked(null);
      const { title, version } = found.pack;
      setDone(t(wasUsed ? 'packs.used' : 'packs.newerMeanwhile', { title: say(title), version }));
    });
  return (
    <>
      <FileDrop
        busy={looking.busy}
        other={{
          accept: '.json,application/json',
          drop: t('packs.drop'),
          choose: t('packs.choose'),
          fine: t('packs.trust'),
        }}
        onFiles={([file]) => void look(file)}
      />
      {looking.failure && <StoreFailureNotice kind={looking.failure} />}
      {looked && !looked.found.ok && <PackRefusal name={looked.name} found={looked.found} />}
      {looked?.found.ok && (
        <PackPreview
          key={looked.name}
          found={looked.found}
          current={props.current}
          busy={using.busy}
          onUse={(chooseRegion) => looked.found.ok && void use(looked.found, chooseRegion)}
          onLeave={() => setLooked(null)}
        />
      )}
      {using.failure && <StoreFailureNotice kind={using.failure} />}
      <p role="status">{done}</p>
    </>
  );
}

/** Why something was not taken as a pack, and what to do. */
export function PackRefusal({ name, found }: { name: string; found: Exclude<LookedAtPack, { ok: true }> }) {
  const { t, say } = useSpeech();
  if (found.why === 'unreadable') {
    const shown = found.problems.slice(0, MOST_PROBLEMS);
    const more = found.problems.length - shown.length;
    return (
      <div className="note note--amber" role="alert" data-pack-error="unreadable">
        <p>{t('packs.refused.unreadable', { name, count: found.problems.length })}</p>
        <ul className="pack-problems">
          {shown.map((problem) => (
            <li key={`${problem.path} ${problem.code}`}>{sayProblem(problem, t)}</li>
          ))}
        </ul>
        {more > 0 && <p>{t('packs.refused.more', { count: more })}</p>}
        <p>{t('packs.refused.now')}</p>
      </div>
    );
  }
  const params =
    'pack' in found
      ? { name, title: say(found.pack.title), version: found.pack.version, here: found.here }
      : { name };
  return (
    <p className="note note--amber" role="alert" data-pack-error={found.why}>
      {t(`packs.refused.${keyPart(found.why)}`, params)}
    </p>
  );
}
