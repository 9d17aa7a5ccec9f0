import { capitale } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { direAlerte } from '../../modeles/registre.ts'
import type { ServiceVue } from '../../registre-vue.ts'
import { Panneau } from '../blocs.tsx'
import { lienService } from '../registre/table-services.tsx'
import { Icone } from '../sprite.tsx'

/** Conventions named beside the calendar; the register has them all. */
const PREMIERES = 5

/** Reminders beside what is owed: conventions past their term, or near it. They are no obligation of the calendar. */
export const ConventionsAVoir = ({
  contexte,
  services,
}: {
  readonly contexte: Contexte
  /** Those whose convention is past or ends soon, the most pressing first. */
  readonly services: readonly ServiceVue[]
}) =>
  services.length === 0 ? null : (
    <Panneau
      id="conventions"
      titre="Conventions à terme"
      precision={<a href={lien(contexte, '/registre', { voir: 'conventions' })}>Registre</a>}
    >
      <ul class="rows">
        {services.slice(0, PREMIERES).map(({ service, fiche, alerte }) => {
          const presse = alerte.sorte === 'EXPIREE'
          return (
            <li>
              <Icone nom={presse ? 'late' : 'due'} classe={presse ? 'late' : ''} />
              <span>
                <a class="t" href={lienService(contexte, service)}>
                  {fiche.libelle}
                </a>
              </span>
              <span class={presse ? 'w late' : 'w'}>{fr(capitale(direAlerte(alerte) ?? ''))}</span>
            </li>
          )
        })}
      </ul>
      {services.length > PREMIERES ? (
        <p class="more">
          <a href={lien(contexte, '/registre', { voir: 'conventions' })}>Toutes les conventions à voir</a>
        </p>
      ) : null}
    </Panneau>
  )
