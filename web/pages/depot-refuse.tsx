import { Panneau } from '../components/blocs.tsx'
import { Identite } from '../components/imports/identite.tsx'
import { Refuse } from '../components/imports/refus-depot.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import type { RefusDepot } from '../depot.ts'

export interface DepotRefuseProps {
  readonly contexte: Contexte
  readonly depot: string
  readonly fichiers: readonly string[]
  readonly saisie: { readonly territoire: string; readonly date: string }
  readonly refus: RefusDepot
}

/** A deposit that cannot be examined: why, and what may be said otherwise of it. */
export const DepotRefuse = ({ contexte, depot, fichiers, saisie, refus }: DepotRefuseProps) => (
  <Page contexte={contexte} titre="Dépôt refusé" periode={false} fil={[{ libelle: 'Données', chemin: '/imports' }]}>
    <Tete titre="Dépôt refusé" identite={fichiers.join(', ')} />
    <Refuse refus={refus} />
    <Panneau id="identite" titre="Recommencer">
      <form
        class="formulaire"
        method="post"
        action={`/imports/depots/${depot}/examen`}
        aria-label="Recommencer l’examen"
      >
        <Identite saisie={saisie} />
        <div class="large acts">
          <button class="btn main" type="submit">
            Examiner de nouveau
          </button>
          <button class="btn quiet" type="submit" formaction={`/imports/depots/${depot}/abandon`} formnovalidate>
            Abandonner, et déposer un autre fichier
          </button>
        </div>
      </form>
    </Panneau>
  </Page>
)
