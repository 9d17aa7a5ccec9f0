import type { Guichet } from '../../../ingest/store/guichet.ts'
import { lireCompletude } from '../../../metrics/attributions/completude.ts'
import { etatAu, lireDelais, lireEstimations, lireJours, reunirDelais } from '../../../metrics/attributions/lire.ts'
import { grouper } from '../../../metrics/attributions/lots.ts'
import type { FicheIndicateur } from '../../../web/fiche-indicateur.ts'
import type { AttributionsDuGuichet } from '../../../web/modeles/attributions.ts'
import { exigerEntite } from '../../acces/lecteur.ts'
import type { Lecture } from '../chiffres.ts'
import { memoriser } from '../memoire.ts'
import type { MoisDuTerritoire } from '../territoires.ts'
import { parEntite, seuilDuDelai, sommerCompletude } from './sommes.ts'

interface Question extends MoisDuTerritoire {
  readonly code: string
  readonly categorie: string | null
}

/** A guichet's attributions and its category's, whoever asks. */
const lireDuGuichet = memoriser(async ({ connection }, { territoire, calcule, code, categorie }: Question) => {
  const cible = { niveau: 'GUICHET', entite: code } as const
  const etat = await etatAu(connection, territoire, calcule.instantane)
  if (etat === null || etat.motif !== null) return null
  const mois = await lireDelais(connection, territoire, etat, cible)
  const delais = reunirDelais(mois)
  if (delais.enregistrees === 0) return null
  const pairs =
    categorie === null ? [] : await lireDelais(connection, territoire, etat, { niveau: 'CATEGORIE', entite: categorie })
  const jours = (await lireJours(connection, territoire, etat)).filter(({ guichet }) => guichet === code)
  const completude = (await lireCompletude(connection, territoire, calcule)).filter(({ guichet }) => guichet === code)
  return {
    instantane: etat.instantane,
    mois,
    delais,
    jours,
    pairs: parEntite(pairs)[0] ?? null,
    estimations: await lireEstimations(connection, territoire, etat, etat.instantane, cible),
    groupement: grouper(jours)[0] ?? null,
    completude: sommerCompletude(completude),
  }
})

/**
 * What a guichet's page tells of its attributions, beside its category's where the person sees that. Null where it recorded
 * none.
 */
export const attributionsDuGuichet = async (
  { lecteur: { base }, portee, territoire, calcule }: Lecture,
  fiches: readonly FicheIndicateur[],
  { code, categorie }: Guichet,
): Promise<AttributionsDuGuichet | null> => {
  exigerEntite(portee, { niveau: 'GUICHET', entite: code })
  const lues = await lireDuGuichet(base, { territoire, calcule, code, categorie })
  if (lues === null) return null
  const voitSesPairs = categorie !== null && portee.voit({ niveau: 'CATEGORIE', entite: categorie })
  return { ...lues, seuil: seuilDuDelai(fiches, lues.instantane), pairs: voitSesPairs ? lues.pairs : null }
}
