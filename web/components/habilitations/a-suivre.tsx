import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import type { Contexte } from '../../contexte.ts'
import type { HabilitationVue } from '../../habilitation-vue.ts'
import { lien, lienIci } from '../../liens.ts'
import { certificatsARenouveler, departsEnAlerte, direCertificat, direDepart } from '../../modeles/habilitations.ts'
import { Panneau } from '../blocs.tsx'
import { Icone } from '../sprite.tsx'

interface Props {
  readonly contexte: Contexte
  readonly habilitations: readonly HabilitationVue[]
  readonly aujourdhui: Jour
}

/** Rows shown at once; the filters of the list give the others. */
const MONTREES = 5

const Rangee = ({
  contexte,
  habilitation,
  quand,
  presse,
}: {
  readonly contexte: Contexte
  readonly habilitation: HabilitationVue
  readonly quand: string
  readonly presse: boolean
}) => (
  <li>
    <Icone nom={presse ? 'late' : 'due'} classe={presse ? 'late' : ''} />
    <span>
      <a class="t" href={lien(contexte, `/habilitations/${habilitation.id}`)}>
        {habilitation.nom}
      </a>{' '}
      <span class="d">{habilitation.serviceLibelle ?? habilitation.profil}</span>
    </span>
    <span class={presse ? 'w late' : 'w'}>{fr(quand)}</span>
  </li>
)

const Suite = ({
  contexte,
  etat,
  children,
}: {
  readonly contexte: Contexte
  readonly etat: string
  readonly children: string
}) => (
  <p class="more">
    <a href={lienIci(contexte, { etat, page: null }, 'liste')}>{children}</a>
  </p>
)

/** Departures that were not closed on their day, and certificates that end before long. */
export const HabilitationsASuivre = ({ contexte, habilitations, aujourdhui }: Props) => {
  const departs = departsEnAlerte(habilitations)
  const certificats = certificatsARenouveler(habilitations)
  return departs.length + certificats.length === 0 ? null : (
    <div class="agenda">
      <Panneau id="departs" titre="Départs à clore" precision="Un départ se clôt le jour où il est signalé">
        {departs.length === 0 ? (
          <p class="empty">Aucun départ n’attend.</p>
        ) : (
          <ul class="rows">
            {departs.slice(0, MONTREES).map((une) => (
              <Rangee contexte={contexte} habilitation={une} quand={direDepart(une, aujourdhui)} presse />
            ))}
          </ul>
        )}
        {departs.length <= MONTREES ? null : (
          <Suite contexte={contexte} etat="a-clore">
            Tout ce qui est à clore
          </Suite>
        )}
      </Panneau>
      <Panneau id="certificats" titre="Certificats à renouveler" precision="Rappelés 60, 30 et 7 jours avant">
        {certificats.length === 0 ? (
          <p class="empty">Aucun certificat ne finit dans les deux mois.</p>
        ) : (
          <ul class="rows">
            {certificats.slice(0, MONTREES).map((une) => (
              <Rangee
                contexte={contexte}
                habilitation={une}
                quand={direCertificat(une)}
                presse={(une.certificat?.rappel?.seuil ?? 60) <= 7}
              />
            ))}
          </ul>
        )}
        {certificats.length <= MONTREES ? null : (
          <Suite contexte={contexte} etat="certificats">
            Tous les certificats à renouveler
          </Suite>
        )}
      </Panneau>
    </div>
  )
}
