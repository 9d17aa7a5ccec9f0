import { formatMois, formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import { accord, dansPhrase, enLettres, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { moisPlus } from '../../ingest/socle/jour.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import type { Contexte } from '../contexte.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { Historique } from '../historique.ts'
import { lienIndicateur } from '../liens.ts'
import { chiffresQuiOntBouge, type FaceALaNorme, faceAuxNormes } from '../modeles/face-aux-normes.ts'
import { Panneau } from './blocs.tsx'

interface Props {
  readonly contexte: Contexte
  readonly indicateurs: readonly FicheIndicateur[]
  /** TERRITOIRE rows of the month. */
  readonly lignes: readonly LigneIndicateur[]
  readonly historique: Historique
}

/** What is told of each kind at most: the rest is in the table beneath. */
const PREMIERS = 3

const dire = ({ fiche, valeur, norme }: FaceALaNorme): string =>
  `${dansPhrase(fiche.libelle)} (${formatValeur(fiche.unite, valeur)} pour ${formatRepere(fiche.unite, norme)})`

const combien = (tenues: number, total: number): string =>
  tenues === 0
    ? accord(
        total,
        'ne tient pas la seule norme mesurée',
        `ne tient aucune des ${enLettres(total, 'f')} normes mesurées`,
      )
    : `tient ${enLettres(tenues, 'f')} ${accord(tenues, 'norme')} sur ${enLettres(total, 'f')}`

/** Whether the territory holds its norms, in a sentence that can be repeated. */
const phrase = ({ contexte, indicateurs, lignes }: Props): string => {
  const { tenues, depassees } = faceAuxNormes(indicateurs, lignes)
  const total = tenues.length + depassees.length
  if (total === 0 || contexte.mois === null) return 'Aucune norme n’est encore mesurée sur le territoire.'
  const mois = formatMois(contexte.mois)
  if (depassees.length === 0)
    return `En ${mois}, le territoire, pris en entier, tient ${accord(total, 'la seule norme mesurée', `les ${enLettres(total, 'f')} normes mesurées`)}.`
  const premieres = depassees.slice(0, PREMIERS)
  const sujet =
    premieres.length < depassees.length
      ? 'Les plus dépassées'
      : accord(depassees.length, 'Est au-dessus', 'Sont au-dessus')
  return `En ${mois}, le territoire, pris en entier, ${combien(tenues.length, total)}. ${sujet} : ${enumerer(premieres.map(dire))}.`
}

const Bouge = ({ contexte, indicateurs, lignes, historique }: Props) => {
  const mouvements = chiffresQuiOntBouge(indicateurs, historique, lignes[0]?.entite ?? '').slice(0, PREMIERS)
  if (mouvements.length === 0) return <p>Aucun chiffre ne s’est écarté, en un an, de ses variations ordinaires.</p>
  const avantOu = contexte.mois === null ? '' : ` en ${formatMois(moisPlus(contexte.mois, -12))}`
  return (
    <ul>
      {mouvements.map(({ fiche, avant, maintenant }) => (
        <li>
          <a href={lienIndicateur(contexte, fiche.code)}>{fiche.libelle}</a>
          {fr(` : de ${formatValeur(fiche.unite, avant)}${avantOu} à ${formatValeur(fiche.unite, maintenant)}`)}
        </li>
      ))}
    </ul>
  )
}

/** The territory as a whole, for who does not follow guichets one by one: its norms, then what has moved in a year. */
export const MessageTerritoire = (props: Props) => (
  <div class="grid sec">
    <div class="g7">
      <Panneau id="message" titre="Le territoire face aux normes">
        <div class="prose">
          <p>{fr(phrase(props))}</p>
        </div>
      </Panneau>
    </div>
    <div class="g5">
      <Panneau id="mouvements" titre="Ce qui a bougé en un an">
        <div class="prose">
          <Bouge {...props} />
        </div>
      </Panneau>
    </div>
  </div>
)
