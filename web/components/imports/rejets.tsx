import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { ExamenVu, RejetVu } from '../../depot.ts'
import { nomRaison } from '../../modeles/lecture-rapport.ts'
import { Defilement, Section } from '../blocs.tsx'

/** The first rejected rows: where, why, and the shape of the value. */
export const PremiersRejets = ({ premiers }: { readonly premiers: readonly RejetVu[] }) =>
  premiers.length === 0 ? null : (
    <Defilement nom="Premières lignes rejetées">
      <table class="data tight lus">
        <caption>Premières lignes rejetées</caption>
        <thead>
          <tr>
            {['Fichier', 'Ligne', 'Motif', 'Colonne', 'Forme de la valeur'].map((entete) => (
              <th scope="col" class={entete === 'Ligne' ? 'num' : undefined}>
                {entete}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {premiers.map(({ fichier, ligne, raison, colonne, forme }) => (
            <tr>
              <td>{fichier}</td>
              <td class="num">{formatNombre(ligne)}</td>
              <td>{nomRaison(raison)}</td>
              <td>{colonne ?? '–'}</td>
              <td>{forme ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Defilement>
  )

/** What would be rejected, and what would be read as empty. */
export const Anomalies = ({
  examen,
  premiers,
}: {
  readonly examen: ExamenVu
  readonly premiers: readonly RejetVu[]
}) => {
  const { rejets, illisibles } = examen
  const rien = rejets.length + illisibles.length + premiers.length === 0
  return (
    <Section id="anomalies" titre="Premières anomalies">
      {rien ? <p class="hint">{fr('Aucune : toutes les lignes et toutes les valeurs se lisent.')}</p> : null}
      {rejets.length + illisibles.length > 0 ? (
        <dl class="facts remarks">
          {rejets.map(({ raison, n }) => (
            <>
              <dt>{compte(n, 'ligne rejetée', 'lignes rejetées')}</dt>
              <dd>{nomRaison(raison)}</dd>
            </>
          ))}
          {illisibles.map(({ libelle, n }) => (
            <>
              <dt>{compte(n, 'valeur non reconnue', 'valeurs non reconnues')}</dt>
              <dd>{libelle}</dd>
            </>
          ))}
        </dl>
      ) : null}
      <PremiersRejets premiers={premiers} />
    </Section>
  )
}
