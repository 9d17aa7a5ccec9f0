import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import type { Contexte } from '../../contexte.ts'
import type { HabilitationVue } from '../../habilitation-vue.ts'
import { ETATS_HABILITATION } from '../../habilitations.ts'
import { lien } from '../../liens.ts'
import { direCertificat, direEtat } from '../../modeles/habilitations.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { ROLES } from '../roles-table.ts'
import { Icone } from '../sprite.tsx'
import { SuiteDePages } from '../suite-pages.tsx'

const RANGS = { SIGNALEE: 0, OUVERTE: 1, CLOSE: 2 } as const

const QUI: Colonne<HabilitationVue> = { cle: 'nom', libelle: 'Agent', valeur: ({ nom }) => nom }
const OU: Colonne<HabilitationVue> = {
  cle: 'service',
  libelle: 'Service',
  valeur: ({ serviceLibelle }) => serviceLibelle,
}
const FIN: readonly Colonne<HabilitationVue>[] = [
  { cle: 'profil', libelle: 'Profil', valeur: ({ profil }) => profil },
  { cle: 'ouverte', libelle: 'Ouverte le', fortDabord: true, valeur: ({ ouverteLe }) => ouverteLe },
  {
    cle: 'etat',
    libelle: 'État',
    valeur: ({ etat, depart }) => RANGS[etat] * 100_000 - (depart?.jours ?? 0),
  },
  { cle: 'certificat', libelle: 'Certificat', valeur: ({ certificat }) => certificat?.dernierJour ?? null },
]

export const COLONNES_AGENTS = [QUI, OU, ...FIN]
export const COLONNES_DU_SERVICE = [QUI, ...FIN]
export const COLONNES_ORGANISMES: readonly Colonne<HabilitationVue>[] = [
  { ...QUI, libelle: 'Organisme' },
  { cle: 'base', libelle: 'Base légale', valeur: ({ baseLegale }) => baseLegale },
  ...FIN,
]

interface LigneProps {
  readonly contexte: Contexte
  readonly habilitation: HabilitationVue
  readonly aujourdhui: Jour
  readonly table: TableHabilitationsProps['table']
}

const Etat = ({ habilitation, aujourdhui }: Pick<LigneProps, 'habilitation' | 'aujourdhui'>) => {
  const precision = direEtat(habilitation, aujourdhui)
  const alerte = habilitation.depart?.alerte === true
  return (
    <span class={alerte ? 'retard' : undefined}>
      {alerte ? <Icone nom="late" classe="late" /> : null}
      {ETATS_HABILITATION[habilitation.etat]}
      {precision === '' ? null : <span class="sub">{fr(precision)}</span>}
    </span>
  )
}

const Certificat = ({ habilitation }: Pick<LigneProps, 'habilitation'>) => {
  const dit = direCertificat(habilitation)
  const seuil = habilitation.certificat?.rappel?.seuil ?? null
  const presse = seuil !== null && seuil <= 7
  if (dit === '') return null
  return (
    <span class={presse ? 'retard' : undefined}>
      {seuil === null ? null : <Icone nom={presse ? 'late' : 'due'} classe={presse ? 'late' : ''} />} {fr(dit)}
    </span>
  )
}

const Ligne = ({ contexte, habilitation, aujourdhui, table }: LigneProps) => (
  <tr class={habilitation.etat === 'CLOSE' ? 'ferme' : undefined} {...ROLES.rangee}>
    <th scope="row" {...ROLES.tete}>
      <a href={lien(contexte, `/habilitations/${habilitation.id}`)}>{habilitation.nom}</a>
    </th>
    {table === 'agents' ? (
      <td data-l="Service" {...ROLES.cellule}>
        {habilitation.serviceLibelle}
      </td>
    ) : null}
    {table === 'organismes' ? (
      <td data-l="Base légale" {...ROLES.cellule}>
        {habilitation.baseLegale}
      </td>
    ) : null}
    <td data-l="Profil" {...ROLES.cellule}>
      {habilitation.profil}
    </td>
    <td data-l="Ouverte le" {...ROLES.cellule}>
      {formatJour(habilitation.ouverteLe)}
      {habilitation.confirmeeLe === null ? null : (
        <span class="sub">{`confirmée\u00a0le\u00a0${formatJour(habilitation.confirmeeLe)}`}</span>
      )}
    </td>
    <td data-l="État" {...ROLES.cellule}>
      <Etat habilitation={habilitation} aujourdhui={aujourdhui} />
    </td>
    <td data-l="Certificat" {...ROLES.cellule}>
      <Certificat habilitation={habilitation} />
    </td>
  </tr>
)

export interface TableHabilitationsProps {
  readonly contexte: Contexte
  readonly habilitations: readonly HabilitationVue[]
  readonly aujourdhui: Jour
  /** Agents of all services, of one, or other bodies. */
  readonly table: 'agents' | 'service' | 'organismes'
  /** The page of a list that has several, from 1. */
  readonly page?: number
}

export const PAR_PAGE = 100

const NOMS = { agents: 'Agents habilités', service: 'Vos agents habilités', organismes: 'Autres organismes habilités' }
const COLONNES = { agents: COLONNES_AGENTS, service: COLONNES_DU_SERVICE, organismes: COLONNES_ORGANISMES }

/** Accesses, one row each, a hundred a page. */
export const TableHabilitations = (p: TableHabilitationsProps) => {
  const { contexte, habilitations, table, page = 1 } = p
  const triees = trierIci(contexte, habilitations, COLONNES[table], table)
  const section = table === 'organismes' ? 'organismes' : 'liste'
  return (
    <>
      <Defilement nom={NOMS[table]}>
        <table class="data tight dossiers" {...ROLES.table}>
          <Entetes contexte={contexte} colonnes={COLONNES[table]} table={table} section={section} roles />
          <tbody {...ROLES.groupe}>
            {triees.slice((page - 1) * PAR_PAGE, page * PAR_PAGE).map((habilitation) => (
              <Ligne contexte={contexte} habilitation={habilitation} aujourdhui={p.aujourdhui} table={table} />
            ))}
          </tbody>
        </table>
      </Defilement>
      <SuiteDePages
        contexte={contexte}
        nom="Suite des habilitations"
        page={page}
        parPage={PAR_PAGE}
        total={triees.length}
        avant="Précédentes"
        apres="Suivantes"
        section={section}
      />
    </>
  )
}
