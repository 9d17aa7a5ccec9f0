import { formatJour } from '../../ingest/socle/francais/format.ts'
import { type Champ, champsDe } from '../../metrics/tableaux/champs.ts'
import { libelleDe } from '../../metrics/tableaux/libelles.ts'
import type { Tableau as Declare } from '../../metrics/tableaux/registry.ts'
import type { LigneTableau, ReponseTableau } from '../../metrics/tableaux/reponse.ts'
import { notesDe, type Provenance } from './notes.ts'
import type { ColonneTableau, Note, Tableau } from './tableau.ts'

const colonneDe = ({ nom, intitule, sorte }: Champ): ColonneTableau<LigneTableau> =>
  sorte === 'code'
    ? { nom, intitule, type: 'texte', montrer: (valeur) => libelleDe(nom, String(valeur)) }
    : { nom, intitule, type: sorte }

const dire = (mois: number): string => String(mois).replace('.', ',')

const aCote = ({
  moyenne_mois,
  mediane_mois,
  motif,
  instantane_precedent,
  non_classees = [],
}: ReponseTableau): Note[] => [
  ...(instantane_precedent === null ? [] : [['Instantané de début', formatJour(instantane_precedent)] as const]),
  ...(moyenne_mois == null ? [] : [['Ancienneté moyenne (mois)', dire(moyenne_mois)] as const]),
  ...(mediane_mois == null ? [] : [['Ancienneté médiane (mois)', dire(mediane_mois)] as const]),
  ...non_classees.map(
    ({ siren_bailleur, effectif }) => [`Non classées, bailleur ${siren_bailleur}`, String(effectif)] as const,
  ),
  ...(motif === undefined ? [] : [['Non mesurable', motif] as const]),
]

/** A standard table with its sheet: field, source, definition. */
export const tableauStandard = (
  declare: Declare,
  reponse: ReponseTableau,
  provenance: Provenance,
): Tableau<LigneTableau> => ({
  titre: `${declare.code} ${declare.titre}`,
  colonnes: champsDe(declare, reponse.lignes).map(colonneDe),
  lignes: reponse.lignes,
  notes: [
    ...notesDe(provenance),
    ['Champ', reponse.champ],
    ['Source', `instantané du ${formatJour(reponse.instantane)}`],
    ['Définition', declare.definition],
    ...aCote(reponse),
  ],
})
