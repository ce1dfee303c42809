import type { ReactNode } from 'react';

/** One topic of the settings page. */
export function Section(props: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="settings-section" aria-labelledby={`${props.id}-title`} data-part={props.id}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.children}
    </section>
  );
}
