import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { sommeDe } from '../../modeles/sommer.ts'
import type { TableauLu } from '../../modeles/tableaux.ts'
import { Faits, Panneau } from '../blocs.tsx'

const sommeDes = ({ reponse: { lignes } }: TableauLu, poste: string): number =>
  sommeDe(
    lignes.filter((ligne) => ligne.poste === poste),
    'effectif',
  )

/** « 157 957 + 6 243 − 5 505 = 158 695 », checked on the page itself. */
const verification = (lu: TableauLu): string => {
  const { format } = new Intl.NumberFormat('fr-FR')
  return `${format(sommeDes(lu, 'STOCK_DEBUT'))} + ${format(sommeDes(lu, 'ENTREE'))} − ${format(sommeDes(lu, 'SORTIE'))} = ${format(sommeDes(lu, 'STOCK_FIN'))}`
}

/** What a table counts, from what, and how. */
export const FicheDuTableau = ({ lu }: { readonly lu: TableauLu }) => {
  const { declare, reponse } = lu
  const { instantane, instantane_precedent: precedent } = reponse
  const colonnes = declare.colonnes.flatMap((nom) => nom.split('|')).join(', ')
  return (
    <Panneau id="fiche" titre="Fiche du tableau">
      <Faits
        faits={[
          { terme: 'Champ', valeur: fr(declare.champ) },
          {
            terme: 'Source',
            valeur: fr(
              `${precedent === null ? 'instantané' : `instantanés du ${formatJour(precedent)} et`} du ${formatJour(instantane)}${colonnes === '' ? '' : `, ${declare.colonnes.length > 1 ? 'colonnes' : 'colonne'} ${colonnes}`}`,
            ),
          },
          { terme: 'Définition', valeur: fr(declare.definition) },
          ...(declare.forme === 'STOCK' && reponse.motif === undefined
            ? [{ terme: 'Vérification', valeur: fr(verification(lu)) }]
            : []),
          {
            terme: 'Secret',
            valeur: fr(
              'réservé au gestionnaire et à la direction départementale : aucun petit effectif n’y est masqué',
            ),
          },
        ]}
      />
    </Panneau>
  )
}
