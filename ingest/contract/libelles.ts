import { normaliserCode } from './intitules.ts'
import { LOGEMENTS_ACTUELS, TYPOLOGIES } from './libelles/logements.ts'
import { MOTIFS_DE_DEMANDE } from './libelles/motifs-de-demande.ts'
import { MOTIFS_DE_FORCAGE, MOTIFS_DE_RADIATION } from './libelles/radiations.ts'
import { NATIONALITES, SITUATIONS_FAMILIALES, SITUATIONS_PROFESSIONNELLES } from './libelles/situations.ts'
import type { Libelles } from './libelles/types.ts'

/**
 * The words of the request form (CERFA 14069, versions 02 to 05) and, for removals, of the arrêté of 23 March 2015, by
 * column and code. Labels of réservataires differ from one extraction to the next: they are left to profiles.
 */
const LIBELLES: Readonly<Record<string, Libelles>> = {
  motif_radiation: MOTIFS_DE_RADIATION,
  motif_forcage: MOTIFS_DE_FORCAGE,
  situation_familiale: SITUATIONS_FAMILIALES,
  nationalite: NATIONALITES,
  situation_professionnelle: SITUATIONS_PROFESSIONNELLES,
  logement_actuel: LOGEMENTS_ACTUELS,
  motif_demande: MOTIFS_DE_DEMANDE,
  typologie_souhaitee: TYPOLOGIES,
  typologie_logement: TYPOLOGIES,
}

/** The words built in for a column of codes: compared form → code. */
export const libellesDe = (colonne: string): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(LIBELLES[colonne] ?? {}).flatMap(([code, mots]) =>
      mots.map((mot) => [normaliserCode(mot), code] as const),
    ),
  )
