import { formatValeur } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import type { LigneIndicateur, Statut } from '../../../metrics/resultat.ts'
import type { FicheIndicateur } from '../../fiche-indicateur.ts'
import { Pastille } from '../etat.tsx'

/** A line that a measure may be about. */
export interface LigneAChoisir extends Pick<LigneIndicateur, 'libelle' | 'valeur'> {
  /** `GUICHET|B0001|forcages`. */
  readonly cle: string
  readonly statut: Statut | null
  readonly fiche: Pick<FicheIndicateur, 'libelle' | 'unite'>
}

interface Props {
  readonly lignes: readonly LigneAChoisir[]
  readonly choisies: readonly string[]
  readonly prefixe: string
}

const Option = ({
  ligne,
  choisie,
  id,
}: {
  readonly ligne: LigneAChoisir
  readonly choisie: boolean
  readonly id: string
}) => (
  <div class="opt">
    <input type="checkbox" id={id} name="ligne" value={ligne.cle} checked={choisie} />
    <label for={id}>
      {`${ligne.fiche.libelle}, ${ligne.libelle}`}
      <span class="sub">
        {formatValeur(ligne.fiche.unite, ligne.valeur)}{' '}
        {ligne.statut === null ? null : <Pastille statut={ligne.statut} />}
      </span>
    </label>
  </div>
)

const SIGNALES: readonly (Statut | null)[] = ['ALERTE', 'SURVEILLANCE']

/** Lines to be ticked, with their value and state this month: those that ask for attention, and the others folded. */
export const ChoixLignes = ({ lignes, choisies, prefixe }: Props) => {
  const options = lignes.map((ligne, i) => ({
    ligne,
    choisie: choisies.includes(ligne.cle),
    id: `${prefixe}-ligne-${i}`,
  }))
  const devant = options.filter(({ ligne, choisie }) => choisie || SIGNALES.includes(ligne.statut))
  const autres = options.filter((option) => !devant.includes(option))
  return (
    <fieldset class="lignes large">
      <legend>Lignes suivies</legend>
      {lignes.length === 0 ? <p class="empty">Aucune autre ligne de ce service n’a de chiffres ce mois-ci.</p> : null}
      {devant.map((option) => (
        <Option {...option} />
      ))}
      {autres.length === 0 ? null : (
        <details class="twin">
          <summary>{`${compte(autres.length, 'autre ligne', 'autres lignes')}, sans alerte`}</summary>
          {autres.map((option) => (
            <Option {...option} />
          ))}
        </details>
      )}
    </fieldset>
  )
}
