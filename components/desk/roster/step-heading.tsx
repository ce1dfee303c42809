import { type ReactNode, useEffect, useRef } from 'react';

/** The heading of a step that came by itself: focus goes there, since the button that was pressed is gone. */
export function StepHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1} className="step-heading">
      {children}
    </h3>
  );
}
