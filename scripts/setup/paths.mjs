/** Where things are. Plain JavaScript without dependencies: it runs before anything is installed. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder, without a slash at its end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {...string} parts @returns {string} an absolute path inside the checkout */
export const inRoot = (...parts) => join(ROOT, ...parts);
