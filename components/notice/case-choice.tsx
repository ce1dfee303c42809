/** Which notice, and for whom: what every page about a notice asks first. */
import { AUDIENCE_NAMES } from '@/components/popup/names';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { askedBy, type Said } from '@/lib/notice/circumstances';
import { AUDIENCES, type Audience, type Level } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { CircumstanceFields } from './circumstance-fields';

/** @param packs those to choose from; one alone is not asked for @param level absent: either */
export function CaseChoice({
  packs,
  pack,
  audience,
  level,
  said,
  onSay,
  onPack,
  onAudience,
}: {
  readonly packs: readonly NoticePack[];
  readonly pack: NoticePack;
  readonly audience: Audience;
  readonly level?: Level | undefined;
  /** What the notice tells people apart by besides; of another notice it means nothing. */
  readonly said: readonly Said[];
  readonly onSay: (said: readonly Said[]) => void;
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
          onChoose={(id) => {
            onSay([]);
            onPack(id);
          }}
        />
      )}
      <Select
        label={t('noticePage.whom')}
        value={audience}
        options={AUDIENCES.map((value) => ({ value, label: t(AUDIENCE_NAMES[value]) }))}
        onChoose={onAudience}
      />
      <CircumstanceFields asked={askedBy(pack, { audience, level })} said={said} onSay={onSay} />
    </>
  );
}
