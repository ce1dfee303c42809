import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from './start';

/** Listeners are registered synchronously, in this turn: a stopped worker is woken by them. */
export default defineBackground({ main: () => startBackground() });
