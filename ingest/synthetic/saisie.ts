import type { Alea } from './alea.ts'
import { BIT_PERSONNES, BIT_RESSOURCES, CHAMPS_DU_DOSSIER } from './champs-du-dossier.ts'
import type { Demande, Incoherence } from './demande.ts'
import type { Pratique } from './pratique.ts'
import { choisir, choixParmi, prepareTirage, tirer } from './tirage.ts'

/** Which field an incomplete file lacks: those that an agent has to ask for more often than those that he sees. */
const CHAMPS = prepareTirage([5, 8, 14, 3, 22, 12, 16, 10, 10])

/** Fills or empties the nine fields of the file, as an agent of that practice and his software leave them. */
export const saisirDossier = (demande: Demande, alea: Alea, { incomplets, champsVides, lexique }: Pratique): void => {
  demande.masque = champsVides
  demande.lexique = lexique
  if (alea.nombre() >= incomplets) return
  const combien = 1 + (alea.nombre() < 0.35 ? 1 : 0) + (alea.nombre() < 0.12 ? 1 : 0)
  for (let i = 0; i < combien && i < CHAMPS_DU_DOSSIER.length; i++) demande.masque |= 1 << tirer(CHAMPS, alea)
}

const A_L_ENREGISTREMENT = choixParmi<Incoherence>([
  ['C01', 25],
  ['C03', 15],
  ['C04', 12],
  ['C05', 22],
  ['C07', 8],
  ['C11', 18],
])
const ENSUITE = choixParmi<Incoherence>([
  ['C04', 18],
  ['C05', 40],
  ['C07', 12],
  ['C08', 12],
  ['C11', 18],
])

/**
 * Leaves the file consistent or not, whatever it was: each act sees the whole file, so that what is inconsistent
 * is the last agent's. Where the field to spoil is empty, the end of validity is lost instead.
 */
export const verifierDossier = (demande: Demande, alea: Alea, incoherences: number, premiere: boolean): void => {
  demande.incoherence = ''
  if (alea.nombre() >= incoherences) return
  const tiree = choisir(premiere ? A_L_ENREGISTREMENT : ENSUITE, alea)
  const impossible =
    (tiree === 'C04' && (demande.masque & BIT_PERSONNES) !== 0) ||
    (tiree === 'C05' && (demande.masque & BIT_RESSOURCES) !== 0) ||
    ((tiree === 'C03' || tiree === 'C11') && demande.stable)
  demande.incoherence = impossible ? 'C07' : tiree
}
