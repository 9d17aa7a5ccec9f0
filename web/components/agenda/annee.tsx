import { nomMoisCourt } from '../../../ingest/socle/francais/format.ts'
import { enMois, type Jour, type Mois, moisDe, moisEntre } from '../../../ingest/socle/jour.ts'
import { CODES_OBLIGATIONS, type Echeance, OBLIGATIONS, type Obligation } from '../../agenda.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { deLAnnee, jourMontre } from '../../modeles/agenda.ts'
import { Defilement, Section } from '../blocs.tsx'
import { ROLES } from '../roles-table.ts'
import { Icone } from '../sprite.tsx'

const court = (jour: Jour): string => `${jour.slice(8, 10)}/${jour.slice(5, 7)}`

const direCase = (e: Echeance): string => {
  if (e.obligation === 'BILANS_BAILLEURS') return e.precision
  if (e.etat === 'MANQUANT') return 'manque'
  return e.etat === 'EN_RETARD' ? `dû ${court(e.echeance)}` : court(jourMontre(e))
}

const MOTS = { FAITE: ', fait', A_FAIRE: ', à faire', EN_RETARD: ', en retard', MANQUANT: ', sans instantané' } as const

const Marque = ({ e }: { readonly e: Echeance }) => (
  <span class={e.etat === 'EN_RETARD' ? 'm late' : 'm'}>
    {e.etat === 'FAITE' ? (
      <Icone nom="ok" classe={e.retard === 0 ? 'ok' : ''} />
    ) : (
      <Icone
        nom={e.etat === 'EN_RETARD' ? 'late' : e.etat === 'MANQUANT' ? 'non' : 'due'}
        classe={e.etat === 'EN_RETARD' ? 'late' : ''}
      />
    )}
    {direCase(e)}
    <span class="vh">{e.etat === 'FAITE' && e.retard > 0 ? ', fait en retard' : MOTS[e.etat]}</span>
  </span>
)

interface Props {
  readonly contexte: Contexte
  readonly echeances: readonly Echeance[]
  readonly annee: number
  /** Years that can be shown. */
  readonly annees: readonly number[]
  readonly aujourdhui: Jour
}

const Ligne = ({
  obligation,
  siennes,
  mois,
  ceMois,
}: {
  readonly obligation: Obligation
  readonly siennes: readonly Echeance[]
  readonly mois: readonly Mois[]
  readonly ceMois: Mois
}) => {
  const [nom, precision] = OBLIGATIONS[obligation]
  return (
    <tr {...ROLES.rangee}>
      <th scope="row" {...ROLES.tete}>
        {nom}
        <span class="sub">{precision}</span>
      </th>
      {mois.map((m) => (
        <td class={m === ceMois ? 'mtn' : undefined} {...ROLES.cellule}>
          {siennes
            .filter((e) => moisDe(jourMontre(e)) === m)
            .map((e) => (
              <Marque e={e} />
            ))}
        </td>
      ))}
    </tr>
  )
}

const Legende = () => (
  <span class="legende-an">
    <span>
      <Icone nom="ok" classe="ok" /> fait
    </span>
    <span>
      <Icone nom="due" /> à faire
    </span>
    <span>
      <Icone nom="late" classe="late" /> en retard
    </span>
    <span>
      <Icone nom="non" /> sans instantané
    </span>
  </span>
)

/** The year: a line an obligation, a box a month. */
export const Annee = ({ contexte, echeances, annee, annees, aujourdhui }: Props) => {
  const siennes = deLAnnee(echeances, annee)
  const mois = moisEntre(enMois(`${annee}-01`), enMois(`${annee}-12`))
  const ceMois = moisDe(aujourdhui)
  return (
    <Section id="annee" titre={`L’année ${annee}, obligation par obligation`} precision={<Legende />}>
      {annees.length < 2 ? null : (
        <nav class="tabs" aria-label="Année">
          {annees.map((une) => (
            <a
              href={lien(contexte, '/agenda#annee', { annee: String(une) })}
              aria-current={une === annee ? 'page' : undefined}
            >
              {une}
            </a>
          ))}
        </nav>
      )}
      <Defilement nom="Obligations par mois">
        <table class="data an" {...ROLES.table}>
          <colgroup>
            <col class="c1" />
            <col span={12} />
          </colgroup>
          <thead {...ROLES.groupe}>
            <tr {...ROLES.rangee}>
              <th scope="col" {...ROLES.intitule}>
                Obligation
              </th>
              {mois.map((m) => (
                <th scope="col" {...ROLES.intitule} class={m === ceMois ? 'mtn' : undefined}>
                  {nomMoisCourt(m)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...ROLES.groupe}>
            {CODES_OBLIGATIONS.map((obligation) => (
              <Ligne
                obligation={obligation}
                siennes={siennes.filter((e) => e.obligation === obligation)}
                mois={mois}
                ceMois={ceMois}
              />
            ))}
          </tbody>
        </table>
      </Defilement>
    </Section>
  )
}
