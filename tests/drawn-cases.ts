/** The cases of property tests: those of REBIND_SEED where it is set, else new ones at each run. */
import fc from 'fast-check';

const drawn = process.env.REBIND_SEED;
if (drawn !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(drawn) });
