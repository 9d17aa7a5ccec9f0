import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Refus } from '../chargement.ts'
import { Section } from '../components/blocs.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Ecarts } from '../components/registre/ecarts.tsx'
import { TableServices } from '../components/registre/table-services.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { lienIci } from '../liens.ts'
import { constatDuRegistre, VUES, type Vue } from '../modeles/registre.ts'
import type { EcartVue, ServiceVue } from '../registre-vue.ts'

export interface RegistreProps {
  readonly contexte: Contexte
  readonly services: readonly ServiceVue[]
  readonly ecarts: readonly EcartVue[]
  /** The snapshot that brought the latest register; null without. */
  readonly instantane: Jour | null
  readonly vue: Vue
  readonly annee: number
  readonly peutTenir: boolean
  readonly saisie: Readonly<Record<string, string>>
  readonly exports: readonly LienExport[]
  readonly publique: readonly LienExport[]
  readonly fait?: string
  readonly refus?: Refus
}

const Vues = ({ contexte, services, vue }: Pick<RegistreProps, 'contexte' | 'services' | 'vue'>) => (
  <nav class="tabs" aria-label="Services montrés">
    {(Object.keys(VUES) as Vue[]).map((une) => (
      <a
        href={lienIci(contexte, { voir: une === 'tous' ? null : une }, 'services')}
        aria-current={une === vue ? 'page' : undefined}
      >
        {`${VUES[une].libelle} (${services.filter(VUES[une].garde).length})`}
      </a>
    ))}
  </nav>
)

const ListePublique = ({ publique }: Pick<RegistreProps, 'publique'>) => (
  <Section
    id="publique"
    titre="Liste publique"
    precision={fr('Adresses, horaires, modes et publics ; aucun nom de personne')}
  >
    <p class="hint">
      {fr(
        'Des fichiers à publier : la page, le tableur, le texte. Ils ne portent que les champs publics des fiches des services en exercice.',
      )}
    </p>
    <p class="acts sec-s">
      {publique.map(({ libelle, href }) => (
        <a class="btn" href={href}>
          {libelle}
        </a>
      ))}
    </p>
  </Section>
)

/** Why there is no service to show, and what will bring one. */
const direVide = ({ contexte, instantane }: RegistreProps): string => {
  if (contexte.personne?.role === 'guichet')
    return 'Votre service n’est pas encore inscrit au registre : le gestionnaire l’y inscrira.'
  return instantane === null
    ? 'Aucun instantané n’a encore apporté de registre : les services s’inscriront à partir de lui.'
    : 'Aucun service n’est encore inscrit : le registre de l’instantané les propose.'
}

/** The register of services enregistreurs: where each stands, what differs from the snapshot's, what is published. */
export const Registre = (p: RegistreProps) => {
  const { contexte, services, vue } = p
  const montres = services.filter(VUES[vue].garde)
  return (
    <Page contexte={contexte} titre="Registre des services" periode={false}>
      <Tete titre="Registre des services enregistreurs" exports={services.length === 0 ? [] : p.exports}>
        {fr(constatDuRegistre(services, p.annee))}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      {services.length === 0 && p.instantane !== null ? (
        <Ecarts {...p} instantane={p.instantane} peutResoudre={p.peutTenir} />
      ) : null}
      {services.length === 0 ? (
        <p class="empty">{fr(direVide(p))}</p>
      ) : (
        <Section
          id="services"
          titre="Services"
          precision={compte(montres.length, 'service montré', 'services montrés')}
        >
          <Vues {...p} />
          {montres.length === 0 ? (
            <p class="empty">Aucun service n’est dans ce cas.</p>
          ) : (
            <TableServices contexte={contexte} services={montres} />
          )}
        </Section>
      )}
      {services.length > 0 && p.instantane !== null ? (
        <Ecarts {...p} instantane={p.instantane} peutResoudre={p.peutTenir} />
      ) : null}
      {services.length > 0 && p.publique.length > 0 ? <ListePublique publique={p.publique} /> : null}
    </Page>
  )
}
