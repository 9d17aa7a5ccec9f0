import type { Destinataire } from '../../web/rapports.ts'
import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { RAPPORTS_ACTES, RAPPORTS_PUBLIES, RAPPORTS_REFERENCES, RAPPORTS_SAISIES } from './table-rapports.ts'

export type ActeDeRapport = LigneEtat<typeof RAPPORTS_ACTES>
export type SaisieDeRapport = LigneEtat<typeof RAPPORTS_SAISIES>
export type RapportPublie = LigneEtat<typeof RAPPORTS_PUBLIES>
export type ReferenceGardee = LigneEtat<typeof RAPPORTS_REFERENCES>

/** What is listed of a published report: all but what it was written from. */
export type PublieListe = Omit<RapportPublie, 'matiere' | 'seuils'>

/** What was done of the reports of a territory, the oldest first. */
export const lireActesDeRapports = async (etat: BaseEtat, territoire: string): Promise<ActeDeRapport[]> => {
  const lignes = await etat
    .selectFrom('rapports_actes')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  return lignes.map((ligne) => lireLigne(RAPPORTS_ACTES, ligne))
}

export const ajouterActeDeRapport = async (etat: BaseEtat, acte: Omit<ActeDeRapport, 'id'>): Promise<void> => {
  await etat.insertInto('rapports_actes').values(ecrireLigne(RAPPORTS_ACTES, acte)).execute()
}

/** What was typed of a semester, the oldest first. */
export const lireSaisiesDeRapport = async (
  etat: BaseEtat,
  territoire: string,
  semestre: string,
): Promise<SaisieDeRapport[]> => {
  const lignes = await etat
    .selectFrom('rapports_saisies')
    .selectAll()
    .where('territoire', '=', territoire)
    .where('semestre', '=', semestre)
    .orderBy('id')
    .execute()
  return lignes.map((ligne) => lireLigne(RAPPORTS_SAISIES, ligne))
}

export const ajouterSaisieDeRapport = async (etat: BaseEtat, saisie: Omit<SaisieDeRapport, 'id'>): Promise<void> => {
  await etat.insertInto('rapports_saisies').values(ecrireLigne(RAPPORTS_SAISIES, saisie)).execute()
}

const COLONNES_LISTEES = [
  ...(['id', 'territoire', 'destinataire', 'semestre', 'version', 'corrige', 'titre'] as const),
  ...(['instantanes', 'logiciel', 'chiffres', 'role', 'par', 'le'] as const),
] as const

/** What was published of a territory, the oldest first. */
export const listerPublies = async (etat: BaseEtat, territoire: string): Promise<PublieListe[]> => {
  const lignes = await etat
    .selectFrom('rapports_publies')
    .select(COLONNES_LISTEES)
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  return lignes.map((ligne) => lireLigne(RAPPORTS_PUBLIES, { ...ligne, matiere: 'null', seuils: '{}' }))
}

/** Whether what is published of a number is for one of them. */
export const estPubliePour = async (etat: BaseEtat, id: number, pour: readonly Destinataire[]): Promise<boolean> => {
  const ligne = await etat.selectFrom('rapports_publies').select('destinataire').where('id', '=', id).executeTakeFirst()
  return ligne !== undefined && pour.some((destinataire) => destinataire === ligne.destinataire)
}

/** Keeps what is published; gives its number. */
export const ajouterPublie = async (etat: BaseEtat, publie: Omit<RapportPublie, 'id'>): Promise<number> => {
  const { id } = await etat
    .insertInto('rapports_publies')
    .values(ecrireLigne(RAPPORTS_PUBLIES, publie))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The values of elsewhere that a territory typed and has not withdrawn, the oldest first. */
export const lireReferences = async (etat: BaseEtat, territoire: string): Promise<ReferenceGardee[]> => {
  const lignes = await etat
    .selectFrom('rapports_references')
    .selectAll()
    .where('territoire', '=', territoire)
    .where('retire_le', 'is', null)
    .orderBy('date')
    .orderBy('id')
    .execute()
  return lignes.map((ligne) => lireLigne(RAPPORTS_REFERENCES, ligne))
}

export const ajouterReference = async (
  etat: BaseEtat,
  reference: Omit<ReferenceGardee, 'id' | 'retire_par' | 'retire_le'>,
): Promise<void> => {
  await etat
    .insertInto('rapports_references')
    .values(ecrireLigne(RAPPORTS_REFERENCES, { ...reference, retire_par: null, retire_le: null }))
    .execute()
}

/** Whether a report is one of those of a semester for somebody. */
export const estDe =
  (pour: Destinataire, semestre: string) =>
  (ligne: { readonly destinataire: Destinataire; readonly semestre: string }): boolean =>
    ligne.destinataire === pour && ligne.semestre === semestre
