/** Random tests repeat themselves, so that a change is judged by what it changes; `npm run fuzz` hunts for new ones. */
import fc from 'fast-check';

const seed = Number(process.env.FUZZ_SEED ?? 20250912);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
