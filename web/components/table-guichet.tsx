import { raw } from 'hono/html'
import {
  formatIntervalle,
  formatNombre,
  formatPart,
  formatRepere,
  formatValeur,
} from '../../ingest/socle/francais/format.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import type { LigneAffichee } from '../affichee.ts'
import { enMultiples, reglette } from '../charts/reglette.ts'
import { type Contexte, peutOuvrirDossiers } from '../contexte.ts'
import { rangEtat } from '../etats.ts'
import { FAMILLES, type Famille, type FicheIndicateur, seuilEn } from '../fiche-indicateur.ts'
import { lienDossiers, lienIndicateur } from '../liens.ts'
import { type Colonne, estTriee, trierIci } from '../modeles/tri.ts'
import { expliquerMotif, pourquoi } from '../pourquoi.ts'
import { Defilement } from './blocs.tsx'
import { Entetes } from './entetes.tsx'
import { Pastille } from './etat.tsx'
import { ROLES } from './roles-table.ts'

const effectif = ({ numerateur, denominateur }: LigneIndicateur): string =>
  numerateur === null ? formatNombre(denominateur) : `${formatNombre(numerateur)} sur ${formatNombre(denominateur)}`

const Etat = ({ ligne, fiche }: { ligne: LigneAffichee; fiche: FicheIndicateur }) => {
  if (ligne.statut_affiche === null)
    return <span class="meta">{ligne.motif ? expliquerMotif(ligne.motif) : 'non jugé'}</span>
  const raison = pourquoi(ligne, fiche)
  return (
    <details class={`why etat s-${ligne.statut_affiche}`}>
      <summary>
        <Pastille statut={ligne.statut_affiche} />
        <span class="q">{'Pourquoi\u202f?'}</span>
      </summary>
      <p>{raison}</p>
    </details>
  )
}

const Ecart = ({ fiche, ligne, seuil }: { fiche: FicheIndicateur; ligne: LigneIndicateur; seuil: number | null }) => {
  const { valeur, ic_bas: bas, ic_haut: haut, statut_affiche: statut } = ligne
  const intervalle = bas === null ? '' : formatIntervalle(fiche.unite, bas, haut)
  if (seuil === null || seuil === 0) return <span class="meta">{intervalle}</span>
  return (
    <>
      {raw(reglette({ valeur: valeur ?? 0, bas, haut, seuil, echelle: enMultiples(seuil), statut, largeur: 150 }))}
      {intervalle === '' ? null : <span class="vh">{`intervalle à 95\u00a0%, ${intervalle}`}</span>}
    </>
  )
}

export interface TableGuichetProps {
  readonly contexte: Contexte
  readonly indicateurs: readonly FicheIndicateur[]
  readonly lignes: readonly LigneAffichee[]
}

const Ligne = ({ contexte, fiche, ligne }: { contexte: Contexte; fiche: FicheIndicateur; ligne: LigneAffichee }) => {
  const seuil = seuilEn(fiche, ligne.fin)
  const { unite } = fiche
  const sansValeur = ligne.valeur === null
  return (
    <tr id={fiche.code} {...ROLES.rangee}>
      <th scope="row" {...ROLES.tete}>
        <a href={lienIndicateur(contexte, fiche.code)}>{fiche.libelle}</a>
      </th>
      <td class="num x" {...ROLES.cellule}>
        {sansValeur ? (
          '–'
        ) : !peutOuvrirDossiers(contexte, ligne) ? (
          effectif(ligne)
        ) : (
          <a href={lienDossiers(contexte, ligne)}>{effectif(ligne)}</a>
        )}
        {ligne.surDouzeMois ? <span class="sub">{'sur 12\u00a0mois'}</span> : null}
      </td>
      <td class="num v" {...ROLES.cellule}>
        <strong>{formatValeur(unite, ligne.valeur)}</strong>
      </td>
      <td class="num se" {...ROLES.cellule}>
        {seuil === null ? 'aucun' : formatRepere(unite, seuil)}
      </td>
      <td class="ic" {...ROLES.cellule}>
        {sansValeur ? '' : <Ecart fiche={fiche} ligne={ligne} seuil={seuil} />}
      </td>
      <td class="num x" {...ROLES.cellule}>
        {ligne.reference === null ? '–' : formatPart(ligne.reference)}
      </td>
      <td class="e" {...ROLES.cellule}>
        <Etat ligne={ligne} fiche={fiche} />
      </td>
    </tr>
  )
}

interface Rangee {
  readonly fiche: FicheIndicateur
  readonly ligne: LigneAffichee
}

const seuilDe = ({ fiche, ligne }: Rangee): number | null => seuilEn(fiche, ligne.fin)

const COLONNES: readonly Colonne<Rangee>[] = [
  { cle: 'indicateur', libelle: 'Indicateur', valeur: ({ fiche }) => fiche.libelle },
  { cle: 'effectif', libelle: 'Effectif', nombre: true, valeur: ({ ligne }) => ligne.numerateur ?? ligne.denominateur },
  { cle: 'valeur', libelle: 'Valeur', nombre: true, valeur: ({ ligne }) => ligne.valeur },
  { cle: 'seuil', libelle: 'Seuil', nombre: true, valeur: seuilDe },
  {
    cle: 'ecart',
    libelle: 'Écart au seuil, intervalle à 95\u00a0%',
    valeur: (rangee) => {
      const seuil = seuilDe(rangee)
      return rangee.ligne.valeur === null || !seuil ? null : -rangee.ligne.valeur / seuil
    },
  },
  { cle: 'pairs', libelle: 'Pairs', nombre: true, valeur: ({ ligne }) => ligne.reference },
  { cle: 'etat', libelle: 'État', valeur: ({ ligne }) => rangEtat(ligne.statut_affiche) },
]

const FAMILLES_DE_QUALITE = (Object.keys(FAMILLES) as Famille[]).filter((f) => f !== 'activite')

/** Every quality indicator of a guichet, with its threshold, its interval, its peers and its state: by family, or as sorted. */
export const TableGuichet = ({ contexte, indicateurs, lignes }: TableGuichetProps) => {
  const rangees = FAMILLES_DE_QUALITE.flatMap((famille) =>
    indicateurs.flatMap((fiche) => {
      const ligne = fiche.famille === famille ? lignes.find((l) => l.indicateur === fiche.code) : undefined
      return ligne ? [{ fiche, ligne }] : []
    }),
  )
  const groupes = estTriee(contexte, COLONNES)
    ? [{ titre: null, siennes: trierIci(contexte, rangees, COLONNES) }]
    : FAMILLES_DE_QUALITE.map((famille) => ({
        titre: FAMILLES[famille],
        siennes: rangees.filter(({ fiche }) => fiche.famille === famille),
      }))
  return (
    <Defilement nom="Indicateurs du guichet">
      <table class="data tight stack-n ind" {...ROLES.table}>
        <Entetes contexte={contexte} colonnes={COLONNES} section="indicateurs" roles />
        {groupes.map(({ titre, siennes }) =>
          siennes.length === 0 ? null : (
            <tbody {...ROLES.groupe}>
              {titre === null ? null : (
                <tr class="grp" {...ROLES.rangee}>
                  <th scope="rowgroup" colspan={COLONNES.length} {...ROLES.tete}>
                    {titre}
                  </th>
                </tr>
              )}
              {siennes.map(({ fiche, ligne }) => (
                <Ligne contexte={contexte} fiche={fiche} ligne={ligne} />
              ))}
            </tbody>
          ),
        )}
      </table>
    </Defilement>
  )
}
