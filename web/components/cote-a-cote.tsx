import { formatJour } from '../../ingest/socle/francais/format.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { formatTelephone } from '../contacts.ts'
import type { DemandeCote } from '../doublons.ts'
import { estTropGrand } from '../doublons.ts'
import { Defilement } from './blocs.tsx'
import { Numero } from './numero.tsx'

interface Rangee {
  readonly libelle: string
  readonly valeur: (demande: DemandeCote) => string | null
}

interface Bloc {
  readonly titre: string
  readonly rangees: readonly Rangee[]
}

const jour = (date: Jour | null): string | null => (date === null ? null : formatJour(date))

const IDENTITE: Bloc = {
  titre: 'Identité et contact',
  rangees: [
    { libelle: 'Nom de naissance', valeur: ({ identite }) => identite?.nom ?? null },
    { libelle: 'Prénom', valeur: ({ identite }) => identite?.prenom ?? null },
    { libelle: 'Date de naissance', valeur: ({ identite }) => jour(identite?.naissance ?? null) },
    { libelle: 'Conjoint', valeur: ({ identite }) => identite?.conjoint ?? null },
    {
      libelle: 'Téléphone',
      valeur: ({ identite }) => (identite?.telephone ? formatTelephone(identite.telephone) : null),
    },
    { libelle: 'Courriel', valeur: ({ identite }) => identite?.courriel ?? null },
    { libelle: 'Code postal', valeur: ({ identite }) => identite?.codePostal ?? null },
  ],
}

const DEMANDE: Bloc = {
  titre: 'Demande',
  rangees: [
    { libelle: 'Enregistrée le', valeur: (d) => formatJour(d.date_enregistrement) },
    { libelle: 'Guichet', valeur: (d) => d.libelle_guichet ?? d.guichet_enregistrement },
    { libelle: 'Renouvelée le', valeur: (d) => jour(d.date_renouvellement) },
    { libelle: 'Modifiée le', valeur: (d) => jour(d.date_modification) },
    {
      libelle: 'Alerte de doublon',
      valeur: (d) =>
        d.forcage_doublon ? `forcée${d.motif_forcage ? ` (${d.motif_forcage.toLowerCase()})` : ', sans motif'}` : 'non',
    },
    { libelle: 'Personnes à loger', valeur: (d) => (d.nb_personnes === null ? null : String(d.nb_personnes)) },
    { libelle: 'Logement voulu', valeur: (d) => d.typologie_souhaitee },
    { libelle: 'Commune voulue', valeur: (d) => d.commune_souhaitee },
  ],
}

/** What sets a demande apart in its group: which is oldest, which was renewed, which was forced. */
const particularites = (demande: DemandeCote, rang: number): string =>
  [
    rang === 0 ? 'la plus ancienne' : null,
    demande.date_renouvellement ? 'renouvelée' : null,
    demande.forcage_doublon ? 'forcée' : null,
    demande.statut === 'RADIEE' ? 'radiée' : null,
  ]
    .filter((mot) => mot !== null)
    .join(', ')

const Ligne = ({ rangee, demandes }: { readonly rangee: Rangee; readonly demandes: readonly DemandeCote[] }) => {
  const valeurs = demandes.map(rangee.valeur)
  const differe = new Set(valeurs.map((v) => v ?? '')).size > 1
  return (
    <tr class={differe ? 'diff' : undefined}>
      <th scope="row">
        {rangee.libelle}
        {differe ? <span class="vh"> (différent)</span> : null}
      </th>
      {valeurs.map((valeur) => (
        <td>{valeur ?? <span class="none">non renseigné</span>}</td>
      ))}
    </tr>
  )
}

/** Demandes side by side, what differs marked. */
export const CoteACote = ({ demandes }: { readonly demandes: readonly DemandeCote[] }) => {
  const nominatif = demandes.some(({ identite }) => identite !== null)
  return (
    <Defilement nom="Demandes côte à côte">
      <table class={estTropGrand(demandes) ? 'data tight sbs large' : 'data tight sbs'}>
        <caption class="vh">Demandes du groupe côte à côte</caption>
        <thead>
          <tr>
            <td></td>
            {demandes.map((demande, i) => (
              <th scope="col">
                <Numero numero={demande.numero_unique} />
                <span class="sub">{particularites(demande, i)}</span>
              </th>
            ))}
          </tr>
        </thead>
        {(nominatif ? [IDENTITE, DEMANDE] : [DEMANDE]).map(({ titre, rangees }) => (
          <tbody>
            <tr class="grp">
              <th scope="rowgroup" colspan={demandes.length + 1}>
                {titre}
              </th>
            </tr>
            {rangees.map((rangee) => (
              <Ligne rangee={rangee} demandes={demandes} />
            ))}
          </tbody>
        ))}
      </table>
    </Defilement>
  )
}
