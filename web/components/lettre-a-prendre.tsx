import { fr } from '../../ingest/socle/francais/typographie.ts'
import { FORMES_DE_LETTRE, type FormeDeLettre } from '../documents.ts'

interface Props {
  /** « Projet de convocation ». */
  readonly dit: string
  /** Whose letter it is, for who does not see what surrounds it. */
  readonly pour?: string
  readonly adresse: (forme: FormeDeLettre) => string
}

/** A letter to take, in the forms that it is had in. */
export const LettreAPrendre = ({ dit, pour, adresse }: Props) => (
  <>
    {fr(`${dit} : `)}
    {(Object.entries(FORMES_DE_LETTRE) as [FormeDeLettre, string][]).map(([forme, libelle], i) => (
      <>
        {i === 0 ? '' : ', '}
        <a href={adresse(forme)}>
          {libelle}
          <span class="vh">{`, ${dit.toLocaleLowerCase('fr')}${pour === undefined ? '' : `, ${pour}`}`}</span>
        </a>
      </>
    ))}
  </>
)
