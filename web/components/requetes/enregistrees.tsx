import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { capitale } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import type { ExempleRequete } from '../../exemples-requetes/exemple.ts'
import { lien } from '../../liens.ts'
import type { RequetesProps, RequeteVue } from '../../requetes-vue.ts'
import { Section } from '../blocs.tsx'

const faitsDe = ({ description, partagee, sienne, epinglee, auteur }: RequeteVue): string => {
  const faits = [
    sienne ? (partagee ? 'partagée' : 'à vous seul') : `de ${auteur}`,
    ...(epinglee ? ['au tableau de bord'] : []),
  ]
  return [description, `${capitale(faits.join(', '))}.`].filter((phrase) => phrase !== '').join(' ')
}

/** The queries that were kept: one's own, and those shared. */
export const RequetesEnregistrees = ({
  contexte,
  enregistrees,
}: {
  readonly contexte: Contexte
  readonly enregistrees: readonly RequeteVue[]
}) => (
  <Section id="enregistrees" titre="Requêtes enregistrées">
    {enregistrees.length === 0 ? (
      <p>{fr('Aucune encore. Une requête enregistrée garde son titre, ses versions et son graphique.')}</p>
    ) : (
      <ul class="rows requetes-l">
        {enregistrees.map((requete) => (
          <li>
            <span>
              <a class="t" href={lien(contexte, `/requetes/${requete.id}`)}>
                {requete.titre}
              </a>{' '}
              <span class="d">{fr(faitsDe(requete))}</span>
            </span>
            <span class="w">{formatJour(requete.modifieeLe)}</span>
          </li>
        ))}
      </ul>
    )}
  </Section>
)

/** Worked queries, each a link that puts it into the editor. */
export const Exemples = ({
  contexte,
  exemples,
}: {
  readonly contexte: Contexte
  readonly exemples: readonly ExempleRequete[]
}) => (
  <Section id="exemples" titre="Exemples à copier" precision="Chacun s’exécute tel quel">
    <ul class="rows requetes-l">
      {exemples.map(({ code, titre, description, numeros }) => (
        <li>
          <span>
            <a class="t" href={lien(contexte, '/requetes', { exemple: code })} target="_self">
              {titre}
            </a>{' '}
            <span class="d">{fr(numeros ? `${description} Avec numéros, consignée au journal.` : description)}</span>
          </span>
        </li>
      ))}
    </ul>
  </Section>
)

const Acte = ({
  contexte,
  id,
  acte,
  children,
}: {
  readonly contexte: Contexte
  readonly id: number
  readonly acte: string
  readonly children: string
}) => (
  <form method="post" action={lien(contexte, `/requetes/${id}`)}>
    <input type="hidden" name="acte" value={acte} />
    <button class="btn quiet" type="submit">
      {children}
    </button>
  </form>
)

/** What may be done of a kept query, and what it was. */
export const GererRequete = ({ contexte, requete, peutEpingler }: RequetesProps & { readonly requete: RequeteVue }) => (
  <div class="gerer">
    <div class="acts">
      {requete.sienne ? (
        <Acte contexte={contexte} id={requete.id} acte={requete.partagee ? 'NE_PLUS_PARTAGER' : 'PARTAGER'}>
          {requete.partagee ? 'Ne plus partager' : 'Partager'}
        </Acte>
      ) : null}
      {peutEpingler && requete.partagee ? (
        <Acte contexte={contexte} id={requete.id} acte={requete.epinglee ? 'DETACHER' : 'EPINGLER'}>
          {requete.epinglee ? 'Détacher du tableau de bord' : 'Épingler au tableau de bord'}
        </Acte>
      ) : null}
      {requete.sienne ? (
        <Acte contexte={contexte} id={requete.id} acte="RETIRER">
          Retirer
        </Acte>
      ) : null}
    </div>
    {requete.versions.length < 2 ? null : (
      <details class="plus">
        <summary>{`${requete.versions.length} versions`}</summary>
        <ul class="rows">
          {requete.versions.map(({ id, titre, auteur, le }) => (
            <li>
              <a href={lien(contexte, `/requetes/${requete.id}`, { version: String(id) })} target="_self">
                {titre}
              </a>
              <span class="w">{fr(`${formatJour(le)}, ${auteur}`)}</span>
            </li>
          ))}
        </ul>
      </details>
    )}
  </div>
)
