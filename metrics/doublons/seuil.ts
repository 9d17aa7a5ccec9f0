/**
 * Probability from which a pair is shown as a probable duplicate. Calibrated on labelled sets (docs/mesures.md): the F1 is
 * flat from 0.3 to 0.7, and half is where a wrong pair costs what a missed one does.
 */
export const SEUIL_DOUBLON = 0.5

/** Pairs below it are not kept. */
export const SEUIL_GARDE = 0.01
