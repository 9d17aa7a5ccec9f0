import { plusJours } from '../../../ingest/socle/jour.ts'
import type { MoisCalcule } from '../../../metrics/engine/mois-calcules.ts'
import { CODES_POINTS, type Point } from '../../../web/controles.ts'
import { echeanceDuControle } from '../../gestion/controles/echeances.ts'
import { type ActeFait, suivreControle } from '../../gestion/controles/suivre.ts'
import { lireConnu } from '../../lecture/controles/connu.ts'
import { ajouterActes } from '../../state/controles.ts'
import { figerControle } from '../controles.ts'
import { AUTEURS, aLHeure, estPasse, leMoisSuivant, moisDuPasse, type Passe } from './passe.ts'

/** Day of the following month on which controls are signed, and by how many days one was late. */
const JOUR_DE_SIGNATURE = 20
const RETARD = 11
/** The month, counted from the last, whose control was signed late. */
const EN_RETARD = 3
/** Points gone through of the last month's control. */
const POINTS_VUS = 7

const NOTES: Partial<Readonly<Record<Point, string>>> = {
  CHARGEMENT: 'Rejets renvoyés à l’extraction.',
  ALERTES_NOUVELLES: 'Services appelés, deux rappellent la semaine prochaine.',
  FORCAGES: 'Les plus récents qualifiés avec les guichets.',
  ECHANTILLON: 'Trente dossiers relus avec deux services.',
  CIVILITE: 'Pièces vues pour la moitié, le reste demandé.',
}

const acte = (le: string, quoi: Pick<ActeFait, 'acte' | 'point'>, texte = ''): ActeFait => ({
  ...quoi,
  texte,
  par: AUTEURS.gestionnaire.par,
  le,
})

const cocher = (le: string, points: readonly Point[]): ActeFait[] =>
  points.flatMap((point) => {
    const note = NOTES[point]
    return [
      ...(note === undefined ? [] : [acte(le, { acte: 'NOTER', point }, note)]),
      acte(le, { acte: 'COCHER', point }),
    ]
  })

const signer = async (passe: Passe, { mois, instantane, calcule_le }: MoisCalcule, le: string): Promise<void> => {
  const { lecteur, territoire, etat } = passe
  const connu = await lireConnu(
    lecteur,
    { territoire, mois, etat, tousLesMois: moisDuPasse(passe) },
    { maintenant: new Date(le.replace(' ', 'T')), redigeLe: le, par: AUTEURS.gestionnaire.nom },
  )
  const actes = [...cocher(le, CODES_POINTS), acte(le, { acte: 'SIGNER', point: null })]
  await ajouterActes(lecteur.etat, { territoire, mois }, actes, (avant) => {
    const sujet = { territoire, mois, instantane, calculeLe: calcule_le, delaiPasse: false }
    const { nom } = AUTEURS.gestionnaire
    return { signature: figerControle(sujet, suivreControle([...avant, ...actes]), connu, avant, { nom, motif: null }) }
  })
}

/** Every month's control is signed, one of them late; the last is under way. */
export const tenirControles = async (passe: Passe): Promise<void> => {
  const { lecteur, territoire, etat } = passe
  const dernier = etat.calcules.at(-1)
  if (dernier === undefined) return
  for (const [i, calcule] of etat.calcules.slice(0, -1).entries()) {
    const enRetard = i === etat.calcules.length - 1 - EN_RETARD
    const jour = enRetard
      ? plusJours(echeanceDuControle(calcule.instantane, territoire), RETARD)
      : leMoisSuivant(calcule.mois, JOUR_DE_SIGNATURE)
    if (estPasse(passe, jour)) await signer(passe, calcule, aLHeure(jour))
  }
  const ouvert = leMoisSuivant(dernier.mois, 4)
  if (estPasse(passe, ouvert))
    await ajouterActes(
      lecteur.etat,
      { territoire, mois: dernier.mois },
      cocher(aLHeure(ouvert), CODES_POINTS.slice(0, POINTS_VUS)),
      () => ({
        signature: null,
      }),
    )
}
