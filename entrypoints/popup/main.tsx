/**
 * The popup's first script, and a small one: it asks for the rows and for the rest of the scripts at once, so that
 * neither waits for the other.
 */
import '@/components/popup/popup.css';
import { readFirstRows } from '@/lib/store/first-rows';

const rows = readFirstRows();
void import('./app').then(({ startPopup }) => startPopup(rows));
