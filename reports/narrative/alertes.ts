import { formatMois, formatNombre } from '../../ingest/socle/francais/format.ts'
import { accord, capitale, compte, enLettres } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { moisDe } from '../../ingest/socle/jour.ts'
import type { LigneAffichee } from '../../web/affichee.ts'
import { lignesEntites, niveauJuge } from '../../web/modeles/alertes.ts'
import { bilanEtats } from '../../web/modeles/bilan-etats.ts'
import type { MatiereDuSemestre } from '../rapports/matiere.ts'
import type { Constat } from './constat.ts'

/** Who was in alert at the two ends of the semester: the guichets, or the services for who sees no guichet. */
export interface EnAlerte {
  readonly mots: readonly [un: string, plusieurs: string]
  readonly juges: number
  readonly enAlerte: ReadonlySet<string>
  readonly avant: ReadonlySet<string> | null
  readonly entres: readonly string[]
  readonly sortis: readonly string[]
}

const listees = (matiere: MatiereDuSemestre, lignes: readonly LigneAffichee[]): LigneAffichee[] => {
  const juge = niveauJuge(matiere.etats)
  const fiches = new Map(matiere.fiches.map((fiche) => [fiche.code, fiche]))
  return lignesEntites(lignes, fiches).filter(({ niveau }) => niveau === juge)
}

export const enAlerteDe = (matiere: MatiereDuSemestre): EnAlerte => {
  const { juges, enAlerte } = bilanEtats(listees(matiere, matiere.etats))
  const avant = matiere.etatsAvant.length === 0 ? null : bilanEtats(listees(matiere, matiere.etatsAvant)).enAlerte
  return {
    mots: niveauJuge(matiere.etats) === 'GUICHET' ? ['guichet', 'guichets'] : ['service', 'services'],
    juges,
    enAlerte,
    avant,
    entres: [...enAlerte].filter((entite) => avant !== null && !avant.has(entite)),
    sortis: avant === null ? [] : [...avant].filter((entite) => !enAlerte.has(entite)),
  }
}

/** « 14 guichets en alerte sur 63 ». */
export const direEnAlerte = ({ mots, juges, enAlerte }: EnAlerte): string =>
  enAlerte.size === 0
    ? `Aucun ${mots[0]} en alerte sur ${formatNombre(juges)}`
    : `${compte(enAlerte.size, ...mots)} en alerte sur ${formatNombre(juges)}`

/** « En décembre 2026, 14 guichets sur 63 sont en alerte. Six le sont devenus au cours du semestre, un ne l’est plus. » */
export const constatDesAlertes = (matiere: MatiereDuSemestre): Constat[] => {
  const fin = matiere.etats[0]?.fin
  const etat = enAlerteDe(matiere)
  if (fin === undefined || etat.juges === 0) return []
  const { mots, juges, enAlerte, avant, entres, sortis } = etat
  const n = enAlerte.size
  const debut =
    n === 0
      ? `En ${formatMois(moisDe(fin))}, aucun des ${compte(juges, ...mots)} n’est en alerte.`
      : `En ${formatMois(moisDe(fin))}, ${compte(n, ...mots)} sur ${formatNombre(juges)} ${accord(n, 'est', 'sont')} en alerte.`
  const devenus =
    entres.length === 0
      ? 'Aucun ne l’est devenu au cours du semestre'
      : `${capitale(enLettres(entres.length))} ${accord(entres.length, 'l’est devenu', 'le sont devenus')} au cours du semestre`
  const partis =
    sortis.length === 0
      ? 'aucun n’a cessé de l’être'
      : `${enLettres(sortis.length)} ${accord(sortis.length, 'ne l’est plus', 'ne le sont plus')}`
  return [
    {
      regle: 'ALERTES',
      texte: fr(avant === null ? debut : `${debut} ${devenus}, ${partis}.`),
      preuves: [],
    },
  ]
}
