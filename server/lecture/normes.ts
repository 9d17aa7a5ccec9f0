import { formatJour, formatRepere } from '../../ingest/socle/francais/format.ts'
import { enJour, type Jour } from '../../ingest/socle/jour.ts'
import type { Norme } from '../../metrics/engine/norme.ts'
import { type Rejugement, rejuger } from '../../metrics/engine/rejuger.ts'
import type { NormeEnVigueur } from '../../web/components/normes-en-vigueur.tsx'
import type { BaseEtat } from '../state/etat.ts'
import { lireNormes, listerNormes, type Reglage } from '../state/normes.ts'
import { type Lecture, lignesDeLIndicateur } from './chiffres.ts'
import { FICHES } from './fiches.ts'

const SANS_NORME: Norme = { objectif: null, seuil: null, minimum: 1 }

/** What every quality indicator is judged by on a day, and the decision that made it so; null where it is the product's own. */
export const normesEnVigueur = async (etat: BaseEtat, territoire: string, jour: Jour): Promise<NormeEnVigueur[]> => {
  const normes = (await lireNormes(etat, territoire))(jour)
  const reglages = (await listerNormes(etat, territoire)).filter(({ depuis }) => depuis <= jour)
  return FICHES.filter(({ famille }) => famille !== 'activite').map(({ code, libelle, unite }) => {
    const { seuil, objectif, minimum } = normes[code] ?? SANS_NORME
    const decision = reglages.find(({ indicateur }) => indicateur === code)
    return {
      code,
      libelle,
      seuil: seuil === null ? 'sans seuil' : formatRepere(unite, seuil),
      objectif: objectif === null ? 'sans objectif' : formatRepere(unite, objectif),
      minimum,
      decision: decision === undefined ? null : `${decision.motif}, le ${formatJour(enJour(decision.depuis))}`,
    }
  })
}

/** The states that a setting would give the month read, and those of the norm that it takes the place of. */
export const apercevoirNorme = async (
  lecture: Lecture,
  etat: BaseEtat,
  { territoire, indicateur, nature, valeur, depuis }: Omit<Reglage, 'motif'>,
): Promise<readonly Rejugement[]> => {
  const fiche = FICHES.find(({ code }) => code === indicateur)
  if (fiche === undefined || fiche.unite === 'nombre') return []
  const avant = (await lireNormes(etat, territoire))(depuis)[indicateur] ?? SANS_NORME
  const apres = { ...avant, [nature]: nature === 'minimum' ? (valeur ?? avant.minimum) : valeur }
  const niveau = fiche.niveaux.includes('GUICHET') ? 'GUICHET' : 'SERVICE'
  const lignesSur = async (duree: 1 | 12) =>
    (await lignesDeLIndicateur(lecture, indicateur, duree)).filter((ligne) => ligne.niveau === niveau)
  return rejuger(await lignesSur(1), await lignesSur(12), fiche.unite, { avant, apres })
}
