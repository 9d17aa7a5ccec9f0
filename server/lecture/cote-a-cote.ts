import { type Jour, joursEntre, moisDe, moisPlus } from '../../ingest/socle/jour.ts'
import { finFenetre } from '../../ingest/socle/regles/fenetre.ts'
import { countEtats } from '../../web/etats.ts'
import { lignesEntites } from '../../web/modeles/alertes.ts'
import type { TerritoireCote } from '../../web/pages/territoires.tsx'
import { type Lecteur, porteeDuMois, territoiresDe } from '../acces/lecteur.ts'
import { lignesAffichees } from './chiffres.ts'
import { fichesDe } from './fiches.ts'
import { libelleTerritoire } from './libelle-territoire.ts'
import { lireEtat } from './territoires.ts'

/** Days since the snapshot that follows the latest one should have been there; null while it is not late. */
const retardDe = (dernier: Jour | undefined, aujourdhui: Jour): number | null => {
  if (dernier === undefined) return null
  const jours = joursEntre(finFenetre(moisPlus(moisDe(dernier), 1)), aujourdhui)
  return jours > 0 ? jours : null
}

/** The territories that a person covers, each by the latest of its months that has figures. */
export const territoiresCoteACote = async (lecteur: Lecteur, aujourdhui: Jour): Promise<TerritoireCote[]> => {
  const cotes: TerritoireCote[] = []
  for (const code of await territoiresDe(lecteur)) {
    const { calcules, instantanes } = await lireEtat(lecteur.base, { territoire: code })
    const dernier = instantanes.at(-1)?.date
    const commun = {
      code,
      libelle: libelleTerritoire(code),
      instantane: dernier ?? null,
      retard: retardDe(dernier, aujourdhui),
    }
    const calcule = calcules.at(-1)
    if (calcule === undefined) {
      cotes.push({ ...commun, mois: null, lignes: [], alertes: 0, etats: countEtats([]) })
      continue
    }
    const portee = await porteeDuMois(lecteur, code, calcule)
    const lignes = await lignesAffichees({ lecteur, portee, territoire: code, calcule })
    const fiches = new Map(fichesDe(calcules, calcule).map((fiche) => [fiche.code, fiche]))
    const listees = lignesEntites(lignes, fiches)
    cotes.push({
      ...commun,
      mois: calcule.mois,
      lignes: lignes.filter(({ niveau }) => niveau === 'TERRITOIRE'),
      alertes: countEtats(listees).ALERTE,
      etats: countEtats(listees.filter(({ indicateur }) => fiches.get(indicateur)?.principal)),
    })
  }
  return cotes
}
