import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import type { Activite } from '../../modeles/activite.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement, Section } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'

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
        <table class="data tight">
          <Entetes contexte={contexte} colonnes={colonnes} table="activite" section="activite" />
          <tbody>
            {trierIci(contexte, activite, colonnes, 'activite').map(
              ({ libelle, cetteAnnee, attendu, avant, constat }) => (
                <tr>
                  <th scope="row">{libelle}</th>
                  <td class="num">
                    <b>{fr(cetteAnnee)}</b>
                  </td>
                  <td class="num">{attendu}</td>
                  <td class="num">{fr(avant)}</td>
                  <td>{constat}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </Defilement>
    </Section>
  )
}
