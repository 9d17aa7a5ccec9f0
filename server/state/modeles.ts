import { type CodeModele, modeleDe } from '../../reports/lettres/modeles.ts'
import type { ModeleEcrit } from '../../reports/lettres/remplir.ts'
import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { MODELES_DE_LETTRES } from './table-documents.ts'

export type VersionDeModele = LigneEtat<typeof MODELES_DE_LETTRES>

/** The versions of the templates of a territory, the oldest first. */
export const lireVersions = async (etat: BaseEtat, territoire: string): Promise<VersionDeModele[]> =>
  (
    await etat.selectFrom('modeles_de_lettres').selectAll().where('territoire', '=', territoire).orderBy('id').execute()
  ).map((ligne) => lireLigne(MODELES_DE_LETTRES, ligne))

export const ecrireVersion = async (etat: BaseEtat, version: Omit<VersionDeModele, 'id'>): Promise<void> => {
  await etat.insertInto('modeles_de_lettres').values(ecrireLigne(MODELES_DE_LETTRES, version)).execute()
}

/** A template as it stands: the latest version of it and of the head of letters, else what the software says. */
export const modeleEnVigueur = (
  versions: readonly VersionDeModele[],
  code: CodeModele,
): ModeleEcrit & { readonly version: number } => {
  const partiesDe = (lequel: CodeModele) =>
    versions.findLast(({ modele }) => modele === lequel)?.parties ?? modeleDe(lequel).defaut
  return {
    code,
    parties: partiesDe(code),
    enTete: partiesDe('EN_TETE'),
    version: versions.filter(({ modele }) => modele === code).length,
  }
}
