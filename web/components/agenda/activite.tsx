import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import type { Activite } from '../../modeles/activite.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement, Section } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { ROLES } from '../roles-table.ts'

/** What the gestionnaire's own work comes to: computed, and changed by nobody. */
export const TravailMesure = ({
  contexte,
  activite,
  annee,
}: {
  readonly contexte: Contexte
  readonly activite: readonly Activite[]
  readonly annee: number
}) => {
  const colonnes: readonly Colonne<Activite>[] = [
    { cle: 'indicateur', libelle: 'Indicateur', valeur: ({ libelle }) => libelle },
    { cle: 'annee', libelle: String(annee), nombre: true, valeur: ({ cetteAnnee }) => cetteAnnee },
    { cle: 'attendu', libelle: 'Attendu', nombre: true, valeur: ({ attendu }) => attendu },
    { cle: 'avant', libelle: String(annee - 1), nombre: true, valeur: ({ avant }) => avant },
    { cle: 'constat', libelle: 'Constat', valeur: ({ constat }) => constat },
  ]
  return (
    <Section
      id="activite"
      titre="Le travail du gestionnaire, mesuré"
      precision="Calculé par l’application, non modifiable"
    >
      <Defilement nom="Mesures du travail du gestionnaire">
        <table class="data tight dossiers" {...ROLES.table}>
          <Entetes contexte={contexte} colonnes={colonnes} table="activite" section="activite" roles />
          <tbody {...ROLES.groupe}>
            {trierIci(contexte, activite, colonnes, 'activite').map(
              ({ libelle, cetteAnnee, attendu, avant, constat }) => (
                <tr {...ROLES.rangee}>
                  <th scope="row" {...ROLES.tete}>
                    {libelle}
                  </th>
                  <td class="num" data-l={annee} {...ROLES.cellule}>
                    <b>{fr(cetteAnnee)}</b>
                  </td>
                  <td class="num" data-l="Attendu" {...ROLES.cellule}>
                    {attendu}
                  </td>
                  <td class="num" data-l={annee - 1} {...ROLES.cellule}>
                    {fr(avant)}
                  </td>
                  <td data-l="Constat" {...ROLES.cellule}>
                    {constat}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </Defilement>
    </Section>
  )
}
