import { useState } from 'react';
import { CardPicture } from '@/components/card/card-picture';
import type { DeskServices } from '@/components/desk/services';
import { type PictureAsked, pictureAddress } from '@/components/picture/scene';
import { CopyButton } from '@/components/popup/copy-button';
import { SheetLink } from '@/components/sheet/sheet-link';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { likelyTroubles, type Signs } from '@/lib/desk/caller/likely-troubles';
import { writeJumpCode } from '@/lib/desk/help-code/codes';
import { hashPack } from '@/lib/desk/help-code/state';
import type { GuidePlan } from '@/lib/guide/model';
import type { Audience, Level } from '@/lib/notice/explanation';
import type { NoticePack, Trouble } from '@/lib/notice/model';
import type { PageState } from '@/lib/page/model';
import type { TaughtTarget } from '@/lib/page/taught';
import { MarkReader } from './mark-reader';
import { TroubleCure } from './trouble-cure';

/** What is to be pressed on the caller's page now: what no card may point at, nobody is told a number of. */
function wantedNow({ target }: GuidePlan): TaughtTarget | null {
  return target === 'result' ? null : target;
}

/** The caller's card and page, what to say, what comes next, what may be wrong, and whom to pass on to. */
export function CallerPanel(props: {
  readonly pack: NoticePack;
  readonly plan: GuidePlan;
  readonly page: PageState;
  readonly trouble: Trouble | 'beyond' | null;
  /** What the code, or the answers, say besides. */
  readonly signs?: Signs | undefined;
  readonly audience?: Audience | undefined;
  readonly level?: Level | undefined;
  /** How the picture of the caller's page is asked for. */
  readonly picture: PictureAsked;
  readonly services: DeskServices;
}) {
  const { t, say } = useSpeech();
  const { pack, plan, page, services } = props;
  const troubles = likelyTroubles(pack, page, props.trouble, props.signs);
  const next = plan.progress.slice(plan.stepNumber, plan.stepNumber + 3);
  return (
    <div className="desk-caller" data-part="caller" data-guide={plan.guide} data-step={plan.step}>
      <section aria-labelledby="desk-say">
        <h2 id="desk-say">{t('desk.say')}</h2>
        <blockquote className="note" data-part="sentence">
          {say(plan.trouble?.text ?? plan.sayWithoutTarget)}
        </blockquote>
        {plan.dont.length > 0 && <p className="note note--amber">{plan.dont.map(say).join('')}</p>}
        {plan.irreversible && (
          <p className="note note--red" data-part="irreversible">
            {/* Where no answer opens the step, nobody is told to answer and go on. */}
            {t(plan.isClosed === true ? 'card.preflight.closed' : 'desk.irreversible')}
          </p>
        )}
        <h2>{t('desk.next')}</h2>
        {next.length === 0 ? (
          <p>{t('desk.nothingNext')}</p>
        ) : (
          <ol className="desk-list">
            {next.map(({ step, title }) => (
              <li key={step}>{say(title)}</li>
            ))}
          </ol>
        )}
        <h2>{t('desk.troubles')}</h2>
        {troubles.length === 0 && <p>{t('desk.noTroubles')}</p>}
        {troubles.map((trouble) => (
          <TroubleCure key={trouble.id} trouble={trouble} />
        ))}
        <h2>{t('desk.passOn')}</h2>
        {plan.contacts.length === 0 && <p>{t('popup.contacts.none', { issuer: say(pack.issuer) })}</p>}
        <ul className="desk-list">
          {plan.contacts.map((contact) => (
            <li key={contact.role + contact.number}>
              <strong>{contact.number}</strong> {say(contact.name)}{' '}
              <span className="fine">{say(contact.about)}</span>
            </li>
          ))}
        </ul>
        {props.picture.by === 'code' ? (
          <>
            <JumpMaker pack={pack} plan={plan} services={services} />
            <p className="fine">{t('desk.numbers')}</p>
            <MarkReader key={`${page} ${plan.step}`} page={page} wanted={wantedNow(plan)} />
          </>
        ) : (
          // No popup to type a code into, no card to show numbers: what both have is the guide's own numbers.
          <p className="note" data-part="sheet-how">
            {t('desk.sheetHow', { number: plan.stepNumber })}
          </p>
        )}
        <SheetLink pack={pack.id} audience={props.audience} level={props.level} guide={plan.guide} />
      </section>
      <section aria-label={t('desk.picture')}>
        <CardPicture plan={plan} />
      </section>
      {page !== 'other' && page !== 'unknown' && (
        <section className="desk-wide" aria-labelledby="desk-practice">
          <h2 id="desk-practice">{t('desk.practice')}</h2>
          <iframe
            className="desk-practice"
            title={t('desk.practice')}
            data-part="caller-page"
            src={pictureAddress(props.picture)}
          />
        </section>
      )}
    </div>
  );
}

/** A code that takes the caller's guide to a step. */
function JumpMaker(props: {
  readonly pack: NoticePack;
  readonly plan: GuidePlan;
  readonly services: DeskServices;
}) {
  const { t, say } = useSpeech();
  const { pack, plan, services } = props;
  const [step, setStep] = useState(plan.step);
  const guide = pack.guides.findIndex(({ id }) => id === plan.guide);
  const steps = pack.guides[guide]?.steps ?? [];
  const at = steps.findIndex(({ id }) => id === step);
  const code = writeJumpCode({ pack: hashPack(pack), guide, step: at < 0 ? null : at });
  return (
    <>
      <h2>{t('desk.jump.make')}</h2>
      <Select
        label={t('desk.jump.step')}
        value={step}
        options={plan.progress.map((each) => ({ value: each.step, label: say(each.title) }))}
        onChoose={setStep}
      />
      <p>
        <strong className="help-code" data-part="jump-code">
          {code}
        </strong>
      </p>
      <p className="fine">{t('desk.jump.how')}</p>
      <CopyButton services={services} text={() => code} />
    </>
  );
}
