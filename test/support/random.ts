/** Random tests repeat themselves, so that a change is judged by what it changes; `FUZZ_SEED=random` hunts for new cases. */
import fc from 'fast-check';

const wanted = process.env.FUZZ_SEED ?? '20250912';

if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
