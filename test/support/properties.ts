import fc from 'fast-check';

/**
 * fast-check with one seed for every run, so that the same tree gives the same verdict on every machine. To look for
 * counterexamples elsewhere: `PROPERTY_SEED=7 npx vitest run`.
 */
const USUAL_SEED = 20_260_907;

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED ?? USUAL_SEED) });

export { fc };
