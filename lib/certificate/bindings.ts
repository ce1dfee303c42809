/** Where a key is bound, from the person's word and from what pages showed; the two are never mixed. */
import type { Fact } from '@/lib/guide/model';
import type { CalendarDate } from '@/lib/notice/calendar';
import { dateIn } from '@/lib/notice/days';
import type { CertificateDetails } from './details';
import type { TrackedCertificate } from './status';

export interface BindingState {
  readonly system: string;
  readonly state: 'bound' | 'unbound' | 'unknown';
  /** null where nobody said or showed anything. */
  readonly word: 'seen' | 'said' | null;
  readonly since: CalendarDate | null;
}

/** What the page of one system showed last of a subject's CA of either generation. */
export interface SeenBinding {
  readonly system: string;
  readonly generation: TrackedCertificate['generation'];
  readonly state: 'bound' | 'unbound';
  readonly on: CalendarDate;
}

/**
 * What pages showed. 绑定成功 is of the new CA and 解绑成功 of the old one: the guides lead to nothing else, and a
 * page does not say which certificate it means. In an everyday guide the one in use is unbound, the new CA.
 *
 * @param journeys id and system of the subject's journeys, and whether an unbinding in them is everyday
 */
export function seenBindings(
  journeys: readonly { readonly id: string; readonly system: string; readonly everyday?: boolean }[],
  facts: readonly Fact[],
  timeZone: string,
): readonly SeenBinding[] {
  return facts.flatMap((fact): readonly SeenBinding[] => {
    const journey = journeys.find(({ id }) => id === fact.journey);
    if (!journey || fact.body.kind !== 'page') return [];
    const on = dateIn(new Date(fact.at), timeZone);
    const { system, everyday = false } = journey;
    const generation = everyday ? 'new' : 'old';
    if (fact.body.state === 'bind-done') return [{ system, generation: 'new', state: 'bound', on }];
    if (fact.body.state === 'unbind-done') return [{ system, generation, state: 'unbound', on }];
    return [];
  });
}

/**
 * How one certificate stands on each system. A page's word counts where the person said nothing later; it
 * counts for a CA alone when it is the only one of its generation, since pages name none.
 */
export function bindingsOf(
  certificate: Pick<TrackedCertificate, 'kind' | 'generation'> & {
    readonly details: CertificateDetails | null;
  },
  systems: readonly string[],
  seen: readonly SeenBinding[],
  isOnlyOne: boolean,
): readonly BindingState[] {
  return systems.map((system) => {
    const said = certificate.details?.bindings.find((binding) => binding.system === system);
    const shown =
      certificate.kind === 'ca' && isOnlyOne
        ? seen.filter((one) => one.system === system && one.generation === certificate.generation).at(-1)
        : undefined;
    if (shown && (!said?.since || said.since <= shown.on)) {
      return { system, state: shown.state, word: 'seen', since: shown.on };
    }
    if (said) return { system, state: said.state, word: 'said', since: said.since };
    return { system, state: 'unknown', word: null, since: null };
  });
}
