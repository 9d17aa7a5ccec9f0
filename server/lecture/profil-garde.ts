import type { Profil } from '../../ingest/contract/profil.ts'
import { type ProfilGarde, trouverProfil } from '../../ingest/store/profils.ts'
import type { ProfilVu } from '../../web/components/imports/profil-garde.tsx'
import { exigerTerritoire, type Lecteur } from '../acces/lecteur.ts'
import { minuteDe } from '../horloge.ts'
import { traductionsDe } from './traductions.ts'

/** The profile kept for a territory that the person covers. */
export const lireProfilGarde = (lecteur: Lecteur, territoire: string): Promise<ProfilGarde | null> => {
  exigerTerritoire(lecteur, territoire)
  return trouverProfil(lecteur.base.connection, territoire)
}

/** A profile as people read and edit it. */
export const ecrireProfil = (profil: Profil): string => `${JSON.stringify(profil, null, 2)}\n`

export const profilVu = (garde: ProfilGarde | null): ProfilVu | null =>
  garde === null ? null : { gardeLe: minuteDe(garde.garde_le), traductions: traductionsDe(garde.profil) }
