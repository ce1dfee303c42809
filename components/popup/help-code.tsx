import { useEffect, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { helpCodeOf } from '@/lib/desk/help-code/place';
import type { GuidePlan } from '@/lib/guide/model';
import type { NoticePack } from '@/lib/notice/model';
import type { SubjectRow } from '@/lib/store/model';
import { CopyButton } from './copy-button';
import type { PopupServices } from './services';

type Surroundings = Awaited<ReturnType<PopupServices['readEnvironment']>>;

/** The number to read out on the telephone, for the step as the popup shows it: away from any page. */
export function HelpCode(props: {
  readonly pack: NoticePack;
  readonly plan: GuidePlan;
  readonly subject: SubjectRow;
  readonly services: PopupServices;
}) {
  const { t } = useSpeech();
  const { pack, plan, subject, services } = props;
  const [around, setAround] = useState<Surroundings | null>(null);
  useEffect(() => {
    let isHere = true;
    services.readEnvironment().then(
      (found) => isHere && setAround(found),
      // Without it the code says that browser and address are not known.
      () => {},
    );
    return () => {
      isHere = false;
    };
  }, [services]);
  const code = helpCodeOf({
    pack,
    plan,
    who: subject,
    target: 'none',
    machine: around?.machine ?? null,
    reading: around?.page ?? null,
  });
  if (code === null) return null;
  return (
    <div data-part="help-code">
      <p>
        {t('desk.code.mine')} <strong className="help-code">{code}</strong>
      </p>
      <p className="fine">{t('desk.code.hint')}</p>
      <CopyButton services={services} text={() => code} />
    </div>
  );
}
