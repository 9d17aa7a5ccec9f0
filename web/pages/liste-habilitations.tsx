import { formatJour } from '../../ingest/socle/francais/format.ts'
import { compte, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Refus } from '../chargement.ts'
import { Section } from '../components/blocs.tsx'
import { MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'

/** Who, of which service, and the day that a row brings. */
export interface EffetVu {
  readonly agent: string
  readonly service: string
  readonly precision: string
}

export interface ListeHabilitationsProps {
  readonly contexte: Contexte
  readonly fichier: string
  /** The address by which it is loaded or left. */
  readonly adresse: string
  readonly ouvertures: readonly EffetVu[]
  readonly clotures: readonly EffetVu[]
  readonly certificats: readonly EffetVu[]
  readonly absentes: readonly EffetVu[]
  readonly inchangees: number
  readonly fautes: readonly { readonly lieu: string; readonly phrase: string }[]
  /** Which heading gives which column. */
  readonly reconnues: readonly (readonly [colonne: string, intitule: string])[]
  readonly ignorees: readonly string[]
  readonly refus?: Refus
}

/** Rows shown before the rest is unfolded. */
const MONTREES = 12

const Rangees = ({ effets }: { readonly effets: readonly EffetVu[] }) => (
  <ul class="steps">
    {effets.map(({ agent, service, precision }) => (
      <li>
        {agent}
        <span class="d">{fr([service, precision].filter((mot) => mot !== '').join(', '))}</span>
      </li>
    ))}
  </ul>
)

const Effets = ({
  id,
  titre,
  precision,
  effets,
}: {
  readonly id: string
  readonly titre: string
  readonly precision?: string
  readonly effets: readonly EffetVu[]
}) =>
  effets.length === 0 ? null : (
    <Section id={id} titre={titre} {...(precision === undefined ? {} : { precision: fr(precision) })}>
      <Rangees effets={effets.slice(0, MONTREES)} />
      {effets.length <= MONTREES ? null : (
        <details class="twin">
          <summary>{`Voir les ${effets.length - MONTREES} suivantes`}</summary>
          <Rangees effets={effets.slice(MONTREES)} />
        </details>
      )}
    </Section>
  )

const constat = ({ ouvertures, clotures, certificats, inchangees, fautes }: ListeHabilitationsProps): string => {
  if (fautes.length > 0)
    return `${compte(fautes.length, 'ligne est fautive', 'lignes sont fautives')} : rien ne se charge tant qu’il en reste une.`
  const faits = [
    ...(ouvertures.length === 0 ? [] : [`${compte(ouvertures.length, 'habilitation')} à ouvrir`]),
    ...(clotures.length === 0 ? [] : [`${clotures.length} à clore`]),
    ...(certificats.length === 0 ? [] : [compte(certificats.length, 'certificat')]),
  ]
  const connues = `${compte(inchangees, 'ligne déjà connue', 'lignes déjà connues')}.`
  return faits.length === 0 ? `La liste n’apprend rien : ${connues}` : `${enumerer(faits)} ; ${connues}`
}

/** What a list would do, before anything is done: its rows one by one, and those that are wrong. */
export const ListeHabilitations = (p: ListeHabilitationsProps) => {
  const rien = p.ouvertures.length + p.clotures.length + p.certificats.length === 0
  return (
    <Page
      contexte={p.contexte}
      titre="Aperçu d’une liste"
      fil={[{ libelle: 'Habilitations', chemin: '/habilitations' }]}
      periode={false}
    >
      <Tete titre="Aperçu d’une liste" identite={p.fichier}>
        {fr(constat(p))}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fautes.length === 0 ? null : (
        <Section
          id="fautes"
          titre="Lignes fautives"
          precision={fr('À corriger dans le fichier, puis l’envoyer de nouveau')}
        >
          <ul class="steps">
            {p.fautes.map(({ lieu, phrase }) => (
              <li>
                <strong>{lieu}</strong>
                {fr(` : ${phrase}`)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {p.fautes.length > 0 || rien ? null : (
        <form class="acts" method="post" action={p.adresse} aria-label="Charger la liste">
          <button class="btn main" type="submit">
            Charger la liste
          </button>
        </form>
      )}
      <Effets id="ouvertures" titre="À ouvrir" effets={p.ouvertures} />
      <Effets id="clotures" titre="À clore" precision="Le jour que la liste dit" effets={p.clotures} />
      <Effets id="certificats" titre="Certificats" effets={p.certificats} />
      <Effets
        id="absentes"
        titre="Ouvertes ici, absentes de la liste"
        precision="Rien n’en est fait : demander au service, puis clore une par une"
        effets={p.absentes}
      />
      <Section id="colonnes" titre="Colonnes lues">
        <ul class="steps">
          {p.reconnues.map(([colonne, intitule]) => (
            <li>
              {colonne}
              <span class="d">{fr(`colonne « ${intitule} »`)}</span>
            </li>
          ))}
        </ul>
        {p.ignorees.length === 0 ? null : (
          <p class="petit">{fr(`Colonnes laissées : ${enumerer(p.ignorees.map((mot) => `« ${mot} »`))}.`)}</p>
        )}
      </Section>
      <p class="more">
        <a href={lien(p.contexte, '/habilitations/ouvrir#fichier')}>Envoyer un autre fichier</a>
      </p>
    </Page>
  )
}

/** The day that a row brings, in words. */
export const direJourDEffet = (mot: string, jour: Jour | null): string =>
  jour === null ? '' : `${mot} le ${formatJour(jour)}`
