import { type Mois, moisPlus } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { lireCompletude } from '../../../metrics/attributions/completude.ts'
import { lireFilEtConsolide } from '../../../metrics/attributions/fil-et-consolide.ts'
import {
  type EtatAttributions,
  etatAu,
  type LigneAttributions,
  lireDelais,
  lireDelaisPasses,
  lireEstimations,
  lireJours,
  lireSignalees,
  lireSilences,
  lireTriangle,
  reunirDelais,
} from '../../../metrics/attributions/lire.ts'
import { grouper } from '../../../metrics/attributions/lots.ts'
import { bilanRetro, lireRetro } from '../../../metrics/attributions/retro.ts'
import type { Niveau } from '../../../metrics/resultat.ts'
import { estPetit } from '../../../reports/suppression/attaquant.ts'
import { listCategories } from '../../../web/categories.ts'
import { partGroupee } from '../../../web/modeles/attributions.ts'
import { memoriser } from '../memoire.ts'
import { guichetsDuTerritoire, type MoisDuTerritoire } from '../territoires.ts'
import { secretDe, taireEstimations } from './secret.ts'
import { parEntite, sommerCompletude } from './sommes.ts'

/** Months of signature that the lag is told of. */
const MOIS_DU_DELAI = 3

/** What is asked of a month: its snapshot's attributions, of all or of one category. */
interface Question extends MoisDuTerritoire {
  readonly etat: EtatAttributions
  readonly demandee: string | null
  /** Up to which count nothing is told; null: all is. */
  readonly seuil: number | null
}

const definitifs = (estimations: readonly LigneAttributions[]): Mois[] =>
  estimations.filter(({ provisoire }) => !provisoire).map(({ mois }) => mois)

const cibleDe = (territoire: string, categorie: string | null): { niveau: Niveau; entite: string } =>
  categorie === null ? { niveau: 'TERRITOIRE', entite: territoire } : { niveau: 'CATEGORIE', entite: categorie }

/** What is the same for everybody who may look at attributions; guichets and services are told apart, to be narrowed. */
export const lireCommun = memoriser(async (base, { territoire, calcule, etat, demandee, seuil }: Question) => {
  const { connection } = base
  const { instantane } = etat
  const toutes = await lireDelais(connection, territoire, etat, { niveaux: ['TERRITOIRE', 'CATEGORIE', 'SERVICE'] })
  const estSecret = await secretDe(base, { territoire, etat, seuil })
  const lignes = toutes.filter((ligne) => !estSecret(ligne))
  const categories = listCategories(toutes.filter(({ niveau }) => niveau === 'CATEGORIE').map(({ entite }) => entite))
  const categorie = categories.find((code) => code === demandee) ?? null
  const cible = cibleDe(territoire, categorie)
  const dit = ({ mois }: { readonly mois: Mois }) => !estSecret({ ...cible, mois })
  const estimees = await lireEstimations(connection, territoire, etat, instantane, cible)
  const estimations = taireEstimations(estimees, cible, estSecret)
  const connus = definitifs(estimations)
  const moisDefinitifs = connus.slice(-MOIS_DU_DELAI)
  const siennes = lignes.filter(({ niveau, entite }) => niveau === cible.niveau && entite === cible.entite)
  const anPasse = moisDefinitifs.map((mois) => moisPlus(mois, -12))
  const avant = await lireDelaisPasses(connection, territoire, cible, anPasse)
  const petit = ({ enregistrees }: { readonly enregistrees: number }) => seuil !== null && estPetit(enregistrees, seuil)
  const guichets = new Map((await guichetsDuTerritoire(base, { territoire, calcule })).map((g) => [g.code, g]))
  const concerne = (code: string) => categorie === null || guichets.get(code)?.categorie === categorie
  const retro = (await lireRetro(connection, territoire, instantane, cible)).filter(dit)
  const groupes = grouper(await lireJours(connection, territoire, etat))
    .filter(({ guichet }) => concerne(guichet))
    .map((groupe) => ({ ...groupe, libelle: guichets.get(groupe.guichet)?.libelle ?? groupe.guichet }))
    .sort((a, b) => b.part - a.part)
  const completude = sommerCompletude(
    (await lireCompletude(connection, territoire, calcule)).filter(({ guichet }) => concerne(guichet)),
  )
  return {
    mesure: {
      instantane,
      categories,
      categorie,
      estimations,
      moisDefinitifs,
      partGroupee: partGroupee(groupes),
      delais:
        moisDefinitifs.length === 0 ? null : reunirDelais(siennes.filter(({ mois }) => moisDefinitifs.includes(mois))),
      secret:
        seuil === null ? null : { seuil, mois: estimees.map(({ mois }) => mois).filter((mois) => !dit({ mois })) },
      delaisAvant:
        avant.length < moisDefinitifs.length || avant.length === 0 || avant.some(petit) ? null : reunirDelais(avant),
      triangle: (await lireTriangle(connection, territoire, etat, cible)).filter(dit),
      filEtConsolide: (await lireFilEtConsolide(connection, territoire, etat, cible)).filter(dit),
      completude: completude !== null && petit({ enregistrees: completude.n }) ? null : completude,
      retro: { lignes: retro, bilan: bilanRetro(retro) },
    },
    concerne,
    groupes,
    services: parEntite(
      lignes.filter(
        (ligne) =>
          ligne.niveau === 'SERVICE' &&
          connus.includes(ligne.mois) &&
          (categorie === null || ligne.categorie === categorie),
      ),
    ),
    silences: await lireSilences(connection, territoire, etat),
    signalees: (await lireSignalees(connection, territoire, etat)).filter(({ guichet }) => concerne(guichet)),
  }
})

/** Reads ahead what the page of a month's attributions shows, of all categories. */
export const lireAttributionsDAvance = async (base: Base, { territoire, calcule }: MoisDuTerritoire): Promise<void> => {
  const etat = await etatAu(base.connection, territoire, calcule.instantane)
  if (etat !== null && etat.motif === null)
    await lireCommun(base, { territoire, calcule, etat, demandee: null, seuil: null })
}
