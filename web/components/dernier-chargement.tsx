import { formatInstant, formatJour, formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import type { Chargement } from '../chargement.ts'
import type { Contexte } from '../contexte.ts'
import { lien, lienRejets } from '../liens.ts'
import { type Fait, Faits, Panneau } from './blocs.tsx'

const avertissements = ({ rapport }: Chargement): string[] => {
  const valeurs = Object.values(rapport.avertissements).reduce((n, v) => n + v, 0)
  const [guichets, vides] = [rapport.guichets_inconnus.length, rapport.colonnes_vides.length]
  return [
    ...(guichets > 0 ? [`${compte(guichets, 'guichet')} hors registre`] : []),
    ...(vides > 0 ? [compte(vides, 'colonne vide', 'colonnes vides')] : []),
    ...(valeurs > 0 ? [compte(valeurs, 'valeur illisible', 'valeurs illisibles')] : []),
  ]
}

/** The last load: what was read, what was not, and where to see it. */
export const DernierChargement = ({ contexte, chargement }: { contexte: Contexte; chargement: Chargement | null }) => {
  const page = lien(contexte, '/imports')
  if (!chargement)
    return (
      <Panneau id="chargement" titre="Dernier chargement">
        <p class="empty">
          Pas encore d’instantané pour ce territoire. <a href={page}>Charger le premier</a>.
        </p>
      </Panneau>
    )
  const { rapport, chargeLe, rejetsDisponibles } = chargement
  const remarques = avertissements(chargement)
  const rejets = `${formatNombre(rapport.rejetees)} ${accord(rapport.rejetees, 'ligne')}`
  const part = rapport.lignes === 0 ? '' : ` (${formatPart(rapport.rejetees / rapport.lignes, 2)})`
  const faits: Fait[] = [
    { terme: 'Instantané', valeur: `${formatJour(rapport.date)}, chargé le ${formatInstant(chargeLe)}` },
    {
      terme: 'Lignes lues',
      valeur: `${formatNombre(rapport.lignes)}, dont ${formatNombre(rapport.acceptees)} acceptées`,
    },
    {
      terme: 'Rejets',
      valeur:
        rapport.rejetees > 0 && rejetsDisponibles ? (
          <>
            <a href={lienRejets(rapport.territoire, rapport.date, 'xlsx')}>{rejets}</a>
            {part}
          </>
        ) : rapport.rejetees > 0 ? (
          `${rejets}${part}`
        ) : (
          'aucun'
        ),
    },
    { terme: 'Remarques', valeur: remarques.length === 0 ? 'aucune' : <a href={page}>{remarques.join(', ')}</a> },
  ]
  return (
    <Panneau id="chargement" titre="Dernier chargement" precision={<a href={page}>Rapport</a>}>
      <Faits faits={faits} />
    </Panneau>
  )
}
