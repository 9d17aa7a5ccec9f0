import { formatJour, formatNombre } from '../../ingest/socle/francais/format.ts'
import { fr, INSECABLE } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'
import { Defilement, Panneau, Section } from './blocs.tsx'
import { Champ, Formulaire } from './champ.tsx'
import { Entetes } from './entetes.tsx'
import { Quand } from './quand.tsx'
import { ROLES } from './roles-table.ts'

/** The first quartile of an EPCI, and the decision it comes from; null while nobody typed it. */
export interface SeuilEnVigueur {
  readonly siren: string
  readonly nom: string
  readonly seuil: { readonly euros: number; readonly depuis: Jour; readonly motif: string } | null
}

interface Props {
  readonly contexte: Contexte
  readonly seuils: readonly SeuilEnVigueur[]
  readonly aujourdhui: string
}

/** « 9 120 € », « 9 120,50 € ». */
export const direEuros = (euros: number): string =>
  `${formatNombre(euros, Number.isInteger(euros) ? 0 : 2)}${INSECABLE}€`

const COLONNES: readonly Colonne<SeuilEnVigueur>[] = [
  { cle: 'epci', libelle: 'EPCI', valeur: ({ nom }) => nom },
  { cle: 'seuil', libelle: 'Seuil en vigueur', nombre: true, valeur: ({ seuil }) => seuil?.euros ?? null },
  { cle: 'depuis', libelle: 'À compter du', fortDabord: true, valeur: ({ seuil }) => seuil?.depuis ?? null },
  { cle: 'decision', libelle: 'Décision', valeur: ({ seuil }) => seuil?.motif ?? null },
]

const Table = ({ contexte, seuils }: Omit<Props, 'aujourdhui'>) => (
  <Defilement nom="Table des seuils de ressources">
    <table class="data tight dossiers" {...ROLES.table}>
      <caption class="vh">Seuils du premier quartile de ressources</caption>
      <Entetes contexte={contexte} colonnes={COLONNES} table="seuils" section="seuils-ressources" roles />
      <tbody {...ROLES.groupe}>
        {trierIci(contexte, seuils, COLONNES, 'seuils').map(({ nom, seuil }) => (
          <tr {...ROLES.rangee}>
            <th scope="row" {...ROLES.tete}>
              {fr(nom)}
            </th>
            <td class="num" data-l="Seuil en vigueur" {...ROLES.cellule}>
              {seuil === null ? 'non saisi' : direEuros(seuil.euros)}
            </td>
            <td data-l="À compter du" {...ROLES.cellule}>
              {seuil === null ? '–' : formatJour(seuil.depuis)}
            </td>
            <td data-l="Décision" {...ROLES.cellule}>
              {seuil === null ? '–' : fr(seuil.motif)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Defilement>
)

/** The dated thresholds by which TAB04-07 tells the first quartile of resources, and the form that adds some. */
export const SeuilsDeRessources = ({ contexte, seuils, aujourdhui }: Props) => (
  <>
    <Section
      id="seuils-ressources"
      titre="Premier quartile de ressources"
      precision="Par EPCI, en euros par an et par unité de consommation (article L441-1, tableau TAB04-07)"
    >
      <Table contexte={contexte} seuils={seuils} />
    </Section>
    <Panneau
      id="saisir-seuils"
      titre="Saisir les seuils d’un arrêté"
      precision={fr('Le tableau TAB04-07 du dernier mois est recompté ; les mois plus anciens gardent le leur')}
    >
      <Formulaire
        action={lien(contexte, '/parametres/seuils')}
        nom="Seuils du premier quartile de ressources"
        bouton="Enregistrer les seuils"
        quiet
      >
        {seuils.map(({ siren, nom }) => (
          <Champ prefixe="se" nom={`seuil_${siren}`} libelle={nom} saisie="off" modeleSaisi="numeric" longueur={20} />
        ))}
        <Quand prefixe="se" aujourdhui={aujourdhui} exemple="arrêté du 21/02/2026" />
      </Formulaire>
      <p class="hint">Un EPCI laissé vide garde le seuil qu’il a.</p>
    </Panneau>
  </>
)
