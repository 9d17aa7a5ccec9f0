import { formatNombre, formatRepere, formatValeur } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import type { LigneProposee } from '../../mesure-vue.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement, Section } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { ROLES } from '../roles-table.ts'

const ecart = ({ valeur, seuil }: LigneProposee): number | null => (valeur === null || !seuil ? valeur : valeur / seuil)

export const COLONNES_PROPOSEES: readonly Colonne<LigneProposee>[] = [
  { cle: 'entite', libelle: 'Guichet ou service', valeur: ({ libelle }) => libelle },
  { cle: 'indicateur', libelle: 'Indicateur', valeur: ({ fiche }) => fiche.libelle },
  { cle: 'valeur', libelle: 'Valeur', precision: 'et seuil', nombre: true, valeur: ecart },
  { cle: 'alertes', libelle: 'Alertes', precision: 'sur trois mois', nombre: true, valeur: ({ alertes }) => alertes },
  { cle: 'acte', libelle: 'Acte', masque: true },
]

const MONTREES = 12

interface Props {
  readonly contexte: Contexte
  readonly proposees: readonly LigneProposee[]
}

/** Lines that two alerts in three months propose a measure for: a person opens it. */
export const MesuresProposees = ({ contexte, proposees }: Props) => {
  const triees = trierIci(contexte, proposees, COLONNES_PROPOSEES, 'proposees')
  const toutes = contexte.requete.toutes === 'oui'
  return (
    <Section
      id="proposees"
      titre="Mesures proposées"
      precision={fr('Deux alertes en trois mois, sans mesure ouverte ; rien ne s’ouvre de soi-même')}
    >
      <Defilement nom="Lignes pour lesquelles une mesure est proposée">
        <table class="data stack-n mes" {...ROLES.table}>
          <Entetes contexte={contexte} colonnes={COLONNES_PROPOSEES} table="proposees" section="proposees" roles />
          <tbody {...ROLES.groupe}>
            {(toutes ? triees : triees.slice(0, MONTREES)).map((ligne) => (
              <tr {...ROLES.rangee}>
                <th scope="row" {...ROLES.tete}>
                  {ligne.libelle}
                </th>
                <td {...ROLES.cellule}>{ligne.fiche.libelle}</td>
                <td class="num" data-l="Valeur" {...ROLES.cellule}>
                  {formatValeur(ligne.fiche.unite, ligne.valeur)}
                  {ligne.seuil === null ? null : (
                    <span class="sub">{`seuil ${formatRepere(ligne.fiche.unite, ligne.seuil)}`}</span>
                  )}
                </td>
                <td class="num" data-l="Alertes sur trois mois" {...ROLES.cellule}>
                  {formatNombre(ligne.alertes)}
                </td>
                <td {...ROLES.cellule}>
                  <a
                    href={lien(contexte, '/mesures/ouvrir', {
                      ligne: `${ligne.niveau}|${ligne.entite}|${ligne.fiche.code}`,
                    })}
                    aria-label={`Ouvrir une mesure, ${ligne.libelle}, ${ligne.fiche.libelle}`}
                  >
                    Ouvrir une mesure
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Defilement>
      {toutes || triees.length <= MONTREES ? null : (
        <p class="more">
          <a
            href={lien(contexte, '/mesures#proposees', {
              toutes: 'oui',
              tri_proposees: contexte.requete.tri_proposees,
            })}
          >
            {`Les ${formatNombre(triees.length)} lignes proposées`}
          </a>
        </p>
      )}
    </Section>
  )
}
