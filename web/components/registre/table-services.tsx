import type { Child } from 'hono/jsx'
import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { capitale, compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { nomCategorie } from '../../categories.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { direAlerte, direConfirmation, direConvention, montrerValeur } from '../../modeles/registre.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import type { ServiceVue } from '../../registre-vue.ts'
import { Entetes } from '../entetes.tsx'
import { ROLES } from '../roles-table.ts'
import { Icone } from '../sprite.tsx'

const RANGS = { EXPIREE: 0, BIENTOT: 1, SANS: 2, AUCUNE: 3 } as const

const guichetsDe = ({ fiche }: ServiceVue): number =>
  fiche.guichets === '' ? 0 : fiche.guichets.split('\n').filter((ligne) => ligne.trim() !== '').length

const COLONNES: readonly Colonne<ServiceVue>[] = [
  { cle: 'service', libelle: 'Service', valeur: ({ fiche }) => fiche.libelle },
  { cle: 'categorie', libelle: 'Catégorie', valeur: ({ fiche }) => nomCategorie(fiche.categorie) },
  {
    cle: 'convention',
    libelle: 'Convention',
    // What calls for somebody comes first, the nearest term before.
    valeur: ({ alerte, convention }) => `${RANGS[alerte.sorte]} ${convention.terme ?? ''}`,
  },
  { cle: 'fiche', libelle: 'Fiche de l’année', valeur: (s) => direConfirmation(s.confirmation, s.attendu) },
  { cle: 'forme', libelle: 'Formé le', fortDabord: true, valeur: ({ formeLe }) => formeLe },
  {
    cle: 'portail',
    libelle: 'Horaires au portail',
    fortDabord: true,
    valeur: ({ fiche }) => fiche.horaires_reportes_le || null,
  },
]

export const lienService = (contexte: Contexte, service: string, parametres = {}): string =>
  lien(contexte, `/registre/${encodeURIComponent(service)}`, parametres)

/** A convention in words, what it calls for before. */
export const ConventionDite = ({ service: { convention, alerte, actif } }: { readonly service: ServiceVue }) => {
  const dite = actif ? direAlerte(alerte) : null
  const presse = alerte.sorte === 'EXPIREE'
  const etat: Child = convention.etat === null ? null : <span class="sub">{fr(direConvention(convention))}</span>
  if (dite === null) return <>{fr(capitale(direConvention(convention)))}</>
  return (
    <>
      <span class={presse ? 'retard' : undefined}>
        <Icone nom={presse ? 'late' : 'due'} classe={presse ? 'late' : ''} /> {fr(capitale(dite))}
      </span>
      {etat}
    </>
  )
}

const Ligne = ({ contexte, service: s }: { readonly contexte: Contexte; readonly service: ServiceVue }) => (
  <tr {...ROLES.rangee}>
    <th scope="row" {...ROLES.tete}>
      <a href={lienService(contexte, s.service)}>{s.fiche.libelle}</a>
      <span class="sub">{fr(`${s.service} · ${compte(guichetsDe(s), 'guichet')}`)}</span>
    </th>
    <td data-l="Catégorie" {...ROLES.cellule}>
      {nomCategorie(s.fiche.categorie || null)}
    </td>
    <td data-l="Convention" {...ROLES.cellule}>
      <div>
        <ConventionDite service={s} />
      </div>
    </td>
    <td data-l="Fiche" {...ROLES.cellule}>
      {fr(capitale(direConfirmation(s.confirmation, s.attendu)))}
    </td>
    <td data-l="Formé le" {...ROLES.cellule}>
      {s.formeLe === null ? '' : formatJour(s.formeLe)}
    </td>
    <td data-l="Portail" {...ROLES.cellule}>
      {montrerValeur('horaires_reportes_le', s.fiche.horaires_reportes_le)}
    </td>
  </tr>
)

/** The services of the register, one row each. */
export const TableServices = ({
  contexte,
  services,
}: {
  readonly contexte: Contexte
  readonly services: readonly ServiceVue[]
}) => (
  <table class="data tight dossiers registre" {...ROLES.table}>
    <Entetes contexte={contexte} colonnes={COLONNES} table="services" section="services" roles />
    <tbody {...ROLES.groupe}>
      {trierIci(contexte, services, COLONNES, 'services').map((service) => (
        <Ligne contexte={contexte} service={service} />
      ))}
    </tbody>
  </table>
)
