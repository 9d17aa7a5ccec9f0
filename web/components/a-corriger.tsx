import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { accord } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { LigneAffichee } from '../affichee.ts'
import { type Contexte, peutOuvrirDossiers } from '../contexte.ts'
import { rangEtat } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { lienDossiers, lienIndicateur } from '../liens.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'
import { Section } from './blocs.tsx'
import { Entetes } from './entetes.tsx'
import { Forme } from './etat.tsx'
import { ROLES } from './roles-table.ts'

/** What a guichet may put right: an indicator with demandes that count against it. */
export interface Correction {
  readonly fiche: FicheIndicateur
  readonly ligne: LigneAffichee
}

const PREMIERES = 6

/** The gravest states first, then the most demandes. */
export const listCorrections = (
  indicateurs: readonly FicheIndicateur[],
  lignes: readonly LigneAffichee[],
): Correction[] =>
  indicateurs
    .filter(({ unite, correction }) => unite === 'part' && correction !== '')
    .flatMap((fiche) => {
      const ligne = lignes.find(({ indicateur }) => indicateur === fiche.code)
      return ligne !== undefined && (ligne.numerateur ?? 0) > 0 ? [{ fiche, ligne }] : []
    })
    .sort(
      (a, b) =>
        rangEtat(a.ligne.statut_affiche) - rangEtat(b.ligne.statut_affiche) ||
        (b.ligne.numerateur ?? 0) - (a.ligne.numerateur ?? 0),
    )
    .slice(0, PREMIERES)

const COLONNES: readonly Colonne<Correction>[] = [
  { cle: 'etat', libelle: 'État', masque: true, valeur: ({ ligne }) => rangEtat(ligne.statut_affiche) },
  { cle: 'quoi', libelle: 'Ce qui ne va pas', valeur: ({ fiche }) => fiche.libelle },
  { cle: 'demandes', libelle: 'Demandes', nombre: true, valeur: ({ ligne }) => ligne.numerateur },
  { cle: 'faire', libelle: 'Que faire dans le système national' },
]

/** What to correct first, how many demandes it is, and where their numbers are. */
export const ACorriger = ({
  contexte,
  corrections,
}: {
  readonly contexte: Contexte
  readonly corrections: readonly Correction[]
}) => (
  <Section id="corriger" titre="Que corriger d’abord" precision="Les plus graves, puis les plus nombreux">
    <table class="data stack-n cor" {...ROLES.table}>
      <Entetes contexte={contexte} colonnes={COLONNES} table="corriger" section="corriger" roles />
      <tbody {...ROLES.groupe}>
        {trierIci(contexte, corrections, COLONNES, 'corriger').map(({ fiche, ligne }) => (
          <tr {...ROLES.rangee}>
            <td class="gly" {...ROLES.cellule}>
              {ligne.statut_affiche ? <Forme statut={ligne.statut_affiche} /> : null}
            </td>
            <th scope="row" {...ROLES.tete}>
              <a href={lienIndicateur(contexte, fiche.code)}>{fiche.libelle}</a>
              {ligne.surDouzeMois ? <span class="sub">{'sur 12\u00a0mois'}</span> : null}
            </th>
            <td class="num" data-u={accord(ligne.numerateur ?? 0, 'demande', 'demandes')} {...ROLES.cellule}>
              {peutOuvrirDossiers(contexte, ligne) ? (
                <a href={lienDossiers(contexte, ligne)}>
                  {formatNombre(ligne.numerateur)}
                  <span class="vh">{` ${accord(ligne.numerateur ?? 0, 'demande', 'demandes')}, ${fiche.libelle}`}</span>
                </a>
              ) : (
                formatNombre(ligne.numerateur)
              )}
            </td>
            <td class="w" {...ROLES.cellule}>
              {fr(fiche.correction)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Section>
)
