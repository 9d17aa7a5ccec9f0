import { enJour } from '../../../ingest/socle/jour.ts'
import { type EntiteVisee, etatAu, lireEstimations, lireSignalees } from '../../../metrics/attributions/lire.ts'
import type { ouvrirEssai } from '../aide.ts'
import type { Demande } from '../instantane.ts'

export const TERRITOIRE: EntiteVisee = { niveau: 'TERRITOIRE', entite: '013' }

/** An attribution by a guichet; complete unless said. */
export const attribution = (bail: string | null, saisie: string | null, plus: Demande = {}): Demande => ({
  statut: 'RADIEE',
  motif_radiation: 'ATTRIBUTION',
  date_enregistrement: '2025-03-10',
  date_signature_bail: bail,
  date_radiation: bail ?? saisie,
  date_saisie_radiation: saisie,
  guichet_radiation: 'BBBBB',
  siren_bailleur: '123456789',
  ...plus,
})

export const BAILLEUR = { code: 'BBBBB', categorie: 'BAILLEUR', libelle: 'Habitat B' }

export const lire = async (essai: Awaited<ReturnType<typeof ouvrirEssai>>, fin: string) => {
  const { connection } = essai.base
  const etat = await etatAu(connection, '013', enJour(fin))
  if (etat === null) throw new Error(fin)
  const signalees = await lireSignalees(connection, '013', etat)
  return {
    etat,
    mois: await lireEstimations(connection, '013', etat, enJour(fin), TERRITOIRE),
    signalees: Object.fromEntries(signalees.map(({ nature, guichet, n }) => [`${nature} ${guichet}`, n])),
  }
}
