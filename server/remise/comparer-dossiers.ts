import { compte } from '../../ingest/socle/francais/phrase.ts'
import { masquerTousLesNumeros } from '../../ingest/store/lieux-des-numeros.ts'
import type { BaseEtat } from '../state/etat.ts'
import type { TableEtat } from '../state/table.ts'
import { comparerDocuments } from './documents.ts'
import { DOSSIERS_REMIS, lireRemises } from './ecrire-dossiers.ts'
import type { Remise } from './ouvrir-remise.ts'
import { lireDossier } from './reprendre-dossiers.ts'

/** A record as both sides must have it: without what taking up changes, nor the numbers that a text may lose. */
const comparable = ({ colonnes, remise }: TableEtat, ligne: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(
    Object.entries(ligne)
      .filter(([nom]) => !remise.change?.includes(nom))
      .map(([nom, valeur]) => [
        nom,
        colonnes[nom]?.numero === 'MASQUE' ? masquerTousLesNumeros(JSON.stringify(valeur)) : valeur,
      ])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  )

/** The records of a handover that an installation does not have as they were, table by table. */
export const comparerDossiers = async (
  etat: BaseEtat,
  remise: Remise,
): Promise<{ readonly lignes: number; readonly ecarts: readonly string[] }> => {
  const remis = new Set(remise.manifeste.dossiers.map(({ nom }) => nom))
  const ecarts: string[] = []
  let lignes = 0
  for (const table of DOSSIERS_REMIS.filter(({ nom }) => remis.has(nom))) {
    const ici = new Set((await lireRemises(etat, table)).map((ligne) => comparable(table, ligne)))
    const la = lireDossier(remise, table.nom)
    const sEfface = Object.values(table.colonnes).some(({ numero }) => numero === 'LIGNE')
    const manquent = la.filter((ligne) => !ici.has(comparable(table, ligne))).length
    lignes += la.length
    if (manquent > 0 && !sEfface)
      ecarts.push(
        `Dans la table « ${table.nom} », ${compte(manquent, 'enregistrement n’est pas celui', 'enregistrements ne sont pas ceux')} de la remise.`,
      )
  }
  return { lignes, ecarts: [...ecarts, ...(await comparerDocuments(etat))] }
}
