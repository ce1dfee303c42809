/** The reader's language and sentences, handed down once, so that no component needs a browser API. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Language, type Text, textIn } from '@/lib/locale/text';
import type { Translate } from '@/lib/locale/translate';

export interface Speech {
  readonly t: Translate;
  readonly language: Language;
  /** A sentence that comes as data, in the reader's language. */
  readonly say: (text: Text) => string;
}

const SpeechContext = createContext<Speech | null>(null);

export function LanguageProvider(props: {
  readonly translate: Translate;
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const { translate, language } = props;
  const speech = useMemo<Speech>(
    () => ({ t: translate, language, say: (text) => textIn(text, language) }),
    [translate, language],
  );
  return <SpeechContext value={speech}>{props.children}</SpeechContext>;
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('useSpeech outside LanguageProvider');
  return speech;
}
