/** Which notice, and for whom: what every page about a notice asks first. */
import { AUDIENCE_NAMES } from '@/components/popup/names';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { AUDIENCES, type Audience } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';

/** @param packs those to choose from; one alone is not asked for */
export function CaseChoice({
  packs,
  pack,
  audience,
  onPack,
  onAudience,
}: {
  readonly packs: readonly NoticePack[];
  readonly pack: NoticePack;
  readonly audience: Audience;
  readonly onPack: (id: string) => void;
  readonly onAudience: (audience: Audience) => void;
}) {
  const { t, say } = useSpeech();
  return (
    <>
      {packs.length > 1 && (
        <Select
          label={t('noticePage.which')}
          value={pack.id}
          options={packs.map((each) => ({
            value: each.id,
            label: `${each.documentNumber} ${say(each.issuer)}`,
          }))}
          onChoose={onPack}
        />
      )}
      <Select
        label={t('noticePage.whom')}
        value={audience}
        options={AUDIENCES.map((value) => ({ value, label: t(AUDIENCE_NAMES[value]) }))}
        onChoose={onAudience}
      />
    </>
  );
}
