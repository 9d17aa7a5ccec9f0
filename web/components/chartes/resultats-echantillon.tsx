import { formatMois } from '../../../ingest/socle/francais/format.ts'
import { capitale } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import type { ConstatDuDossierUnique } from '../../modeles/dossier-unique.ts'
import { direResultat } from '../../modeles/resultats-echantillon.ts'
import { Section } from '../blocs.tsx'

interface Props {
  readonly contexte: Contexte
  readonly constats: readonly ConstatDuDossierUnique[]
}

/** What samples found of the rules of the dossier unique, the latest first; how to have some where there are none. */
export const ResultatsDEchantillon = ({ contexte, constats }: Props) => (
  <Section
    id="echantillon"
    titre="Ce que montrent les échantillons"
    precision={fr('Intervalle exact, à 95 %, de la part des demandes en défaut')}
  >
    {constats.length === 0 ? (
      <p class="empty">
        {fr(
          'Aucun échantillon n’a encore de réponse à une question sur le dossier unique : son résultat se lira ici, mois par mois.',
        )}
      </p>
    ) : (
      <ul class="rows">
        {constats.map(({ echantillon: { id, reference, mois, etat }, resultat }) => (
          <li>
            <span>
              <a class="t" href={lien(contexte, `/echantillons/${id}`)}>
                {`${capitale(formatMois(mois))}, échantillon ${reference}`}
              </a>{' '}
              <span class="d">{fr(`${resultat.libelle} : ${direResultat(resultat)}`)}</span>
            </span>
            <span class="w">{etat === 'CLOS' ? 'clos' : 'relecture en cours'}</span>
          </li>
        ))}
      </ul>
    )}
  </Section>
)
