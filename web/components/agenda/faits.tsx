import { formatInstant, formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import { type Echeance, nomObligation, type Obligation, SE_CONSIGNENT } from '../../agenda.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { libelleConsigne } from '../../modeles/agenda.ts'
import { Panneau, Section } from '../blocs.tsx'
import { Champ, Choix, Formulaire } from '../champ.tsx'

/** A fact recorded, as the page tells it. */
export interface FaitVu {
  readonly id: number
  readonly obligation: Obligation
  readonly objet: string
  readonly service: string | null
  readonly faitLe: Jour
  readonly texte: string
  readonly par: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly le: string
  /** Who withdrew it, and when; null while it stands. */
  readonly retire: { readonly par: string; readonly le: string } | null
}

interface Props {
  readonly contexte: Contexte
  readonly echeances: readonly Echeance[]
  readonly bailleurs: readonly (readonly [code: string, libelle: string])[]
  readonly aujourdhui: Jour
}

/** What the application does not see done by itself is said by the gestionnaire, with its date. */
export const Consigner = ({ contexte, echeances, bailleurs, aujourdhui }: Props) => {
  const ouvertes = echeances.filter(({ obligation, faiteLe }) => faiteLe === null && SE_CONSIGNENT.includes(obligation))
  return (
    <Panneau id="consigner" titre="Consigner ce qui est fait">
      {ouvertes.length === 0 ? (
        <p class="empty">Rien n’attend d’être consigné.</p>
      ) : (
        <Formulaire
          action={lien(contexte, '/agenda/faits')}
          nom="Consigner une obligation faite"
          bouton="Consigner"
          precision={fr('Gardé avec votre nom. Ce qui est consigné par erreur se retire, et le retrait reste visible.')}
        >
          <Choix
            nom="quoi"
            libelle="Obligation"
            options={ouvertes.map((e) => [`${e.obligation} ${e.periode}`, libelleConsigne(e)] as const)}
          />
          <Champ nom="fait_le" libelle="Fait le" type="date" valeur={aujourdhui} obligatoire />
          {bailleurs.length === 0 ? null : (
            <Choix nom="service" libelle="Bailleur, pour un bilan reçu" options={[['', 'aucun'], ...bailleurs]} />
          )}
          <Champ
            nom="texte"
            libelle="Ce qui le montre"
            aide="Une publication, un envoi, une session. Ni nom ni numéro unique."
            saisie="off"
            longueur={500}
            large
          />
        </Formulaire>
      )}
    </Panneau>
  )
}

interface FaitsProps {
  readonly contexte: Contexte
  readonly faits: readonly FaitVu[]
  readonly peutTenir: boolean
}

/** Facts shown at once; those before are unfolded. */
const RECENTS = 10

const Liste = ({ contexte, faits, peutTenir }: FaitsProps) => (
  <ul class="steps">
    {faits.map((fait) => (
      <li class={fait.retire === null ? undefined : 'retire'}>
        <strong>{nomObligation(fait.obligation)}</strong>
        {fr(
          `, ${fait.objet}${fait.service === null ? '' : `, ${fait.service}`} : fait le ${formatJour(fait.faitLe)}, consigné par ${fait.par} le ${formatInstant(fait.le)}`,
        )}
        {fait.texte === '' ? null : <span class="d">{fait.texte}</span>}
        {fait.retire === null ? (
          peutTenir ? (
            <form method="post" action={lien(contexte, `/agenda/faits/${fait.id}/retirer`)}>
              <button class="btn quiet" type="submit">
                Retirer
                <span class="vh">{fr(` : ${nomObligation(fait.obligation)}, ${fait.objet}`)}</span>
              </button>
            </form>
          ) : null
        ) : (
          <span class="d">{fr(`Retiré par ${fait.retire.par} le ${formatInstant(fait.retire.le)}`)}</span>
        )}
      </li>
    ))}
  </ul>
)

export const FaitsConsignes = (p: FaitsProps) => {
  const anciens = p.faits.slice(RECENTS)
  return p.faits.length === 0 ? null : (
    <Section id="consignes" titre="Ce qui a été consigné" precision="Du plus récent au plus ancien">
      <Liste {...p} faits={p.faits.slice(0, RECENTS)} />
      {anciens.length === 0 ? null : (
        <details class="twin">
          <summary>
            {fr(`Voir ${anciens.length === 1 ? 'le fait précédent' : `les ${anciens.length} faits précédents`}`)}
          </summary>
          <Liste {...p} faits={anciens} />
        </details>
      )}
    </Section>
  )
}

/** The address that a calendar program reads. */
export const Abonnement = ({
  contexte,
  adresse,
  ouvertLe,
}: {
  readonly contexte: Contexte
  /** Shown once, when it has just been made. */
  readonly adresse: string | null
  /** When the address in use was made; null without one. */
  readonly ouvertLe: string | null
}) => (
  <Panneau id="abonnement" titre="S’abonner au calendrier">
    <p class="petit">
      {fr(
        'Un logiciel d’agenda lit les échéances et les réunions à une adresse secrète, sans compte. Elle ne donne ni nom, ni numéro, ni chiffre. Qui la connaît lit le calendrier : la révoquer en cas de doute.',
      )}
    </p>
    {adresse === null ? null : (
      <div class="remis">
        <p>{fr('Adresse à donner au logiciel d’agenda. Elle n’est montrée qu’une fois :')}</p>
        <code class="cle">{adresse}</code>
      </div>
    )}
    {ouvertLe === null ? null : (
      <p class="petit">{fr(`Une adresse est ouverte depuis le ${formatInstant(ouvertLe)}.`)}</p>
    )}
    <div class="acts">
      <form method="post" action={lien(contexte, '/agenda/calendrier')}>
        <button class="btn" type="submit">
          {ouvertLe === null ? 'Ouvrir une adresse' : 'Changer d’adresse'}
        </button>
      </form>
      {ouvertLe === null ? null : (
        <form method="post" action={lien(contexte, '/agenda/calendrier/revoquer')}>
          <button class="btn" type="submit">
            Révoquer l’adresse
          </button>
        </form>
      )}
    </div>
  </Panneau>
)
