import { formatJours, formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { LigneAffichee } from '../../affichee.ts'
import { type Contexte, peutOuvrirDossiers } from '../../contexte.ts'
import { rangEtat } from '../../etats.ts'
import { lienDossiers, lienGuichet } from '../../liens.ts'
import type { MesureAttributions } from '../../modeles/attributions.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { Pastille } from '../etat.tsx'
import { ROLES } from '../roles-table.ts'

export interface BailleursProps {
  readonly contexte: Contexte
  readonly mesure: MesureAttributions
}

/** Guichets in alert for their lag, by their stored state. */
export const Lents = ({ contexte, mesure }: BailleursProps) =>
  mesure.lents.length === 0 ? (
    <p class="empty">
      {mesure.vue === 'SIENS'
        ? 'Aucun de vos guichets n’est en alerte pour son délai de saisie.'
        : 'Aucun guichet en alerte pour son délai de saisie.'}
    </p>
  ) : (
    <ul class="rows">
      {mesure.lents.map((ligne) => (
        <li>
          <svg class="gl s-ALERTE" viewBox="0 0 12 12" aria-hidden="true">
            <use href="#g-ALERTE" />
          </svg>
          <span>
            <a class="t" href={lienGuichet(contexte, ligne.entite)}>
              {ligne.libelle}
            </a>
            <span class="d">
              {ligne.indicateur === 'delai_attribution'
                ? fr(` · médiane ${formatJours(ligne.valeur)}`)
                : fr(` · ${formatPart(ligne.valeur)} après 30 jours`)}
              {ligne.surDouzeMois ? fr(' sur 12 mois') : ''}
              {fr(`, n = ${formatNombre(ligne.denominateur)}`)}
            </span>
          </span>
          <span class="w">
            <span class="vh">{'État\u00a0: '}</span>
            Alerte
          </span>
        </li>
      ))}
    </ul>
  )

/** Guichets that surely record by batches. */
export const ParLots = ({ contexte, mesure }: BailleursProps) => {
  const surs = mesure.groupes.filter(({ par_lots }) => par_lots)
  return (
    <>
      {surs.length === 0 ? (
        <p class="empty">
          {mesure.vue === 'SIENS' ? 'Aucun de vos guichets ne saisit par lots.' : 'Aucun guichet ne saisit par lots.'}
        </p>
      ) : (
        <ul class="rows">
          {surs.map((groupe) => (
            <li>
              <svg class="ico" viewBox="0 0 14 14" aria-hidden="true">
                <use href="#i-due" />
              </svg>
              <span>
                <a class="t" href={lienGuichet(contexte, groupe.guichet)}>
                  {groupe.libelle}
                </a>
                <span class="d">
                  {fr(` · ${formatNombre(groupe.n_jours)} attributions sur ${formatNombre(groupe.n)}`)}
                </span>
              </span>
              <span class="w">{formatPart(groupe.part, 0)}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="chart-note">
        {fr(
          'Part des attributions saisies le jour le plus chargé de leur trimestre, sur douze mois. Un guichet n’est nommé que s’il en saisit sûrement plus de la moitié ainsi (intervalle à 95 %).',
        )}
      </p>
    </>
  )
}

const COLONNES: readonly Colonne<LigneAffichee>[] = [
  { cle: 'bailleur', libelle: 'Bailleur', valeur: ({ libelle }) => libelle },
  { cle: 'baux', libelle: 'Baux signés', nombre: true, valeur: ({ denominateur }) => denominateur },
  { cle: 'sans', libelle: 'Sans attribution', nombre: true, valeur: ({ numerateur }) => numerateur },
  { cle: 'part', libelle: 'Part', nombre: true, valeur: ({ valeur }) => valeur },
  { cle: 'etat', libelle: 'État', valeur: ({ statut_affiche }) => rangEtat(statut_affiche) },
]

/** Leases that no attribution shows, by landlord; without the landlords' file, who is silent. */
export const Manquantes = ({ contexte, mesure }: BailleursProps) => {
  const { manquantes } = mesure
  const vues = (manquantes ?? []).filter(({ numerateur }) => (numerateur ?? 0) > 0)
  if (manquantes === null)
    return (
      <p class="chart-note">
        {fr(
          'Les bailleurs n’ont pas transmis leurs baux signés (fichier « baux ») : on ne sait pas ce qui n’a jamais été saisi.',
        )}
      </p>
    )
  if (vues.length === 0) return <p class="empty">Tous les baux signés trois mois plus tôt sont saisis.</p>
  return (
    <Defilement nom="Baux sans attribution, par bailleur">
      <table class="data tight dossiers" {...ROLES.table}>
        <Entetes contexte={contexte} colonnes={COLONNES} table="baux" section="manquantes" roles />
        <tbody {...ROLES.groupe}>
          {trierIci(contexte, vues, COLONNES, 'baux').map((ligne) => (
            <tr {...ROLES.rangee}>
              <th scope="row" {...ROLES.tete}>
                {peutOuvrirDossiers(contexte, ligne) ? (
                  <a
                    href={lienDossiers(contexte, {
                      indicateur: ligne.indicateur,
                      niveau: ligne.niveau,
                      entite: ligne.entite,
                      surDouzeMois: ligne.surDouzeMois,
                    })}
                  >
                    {ligne.libelle}
                  </a>
                ) : (
                  ligne.libelle
                )}
              </th>
              <td class="num" data-l="Baux signés" {...ROLES.cellule}>
                {formatNombre(ligne.denominateur)}
              </td>
              <td class="num" data-l="Sans attribution" {...ROLES.cellule}>
                {formatNombre(ligne.numerateur)}
              </td>
              <td class="num" data-l="Part" {...ROLES.cellule}>
                {formatPart(ligne.valeur)}
              </td>
              <td data-l="État" {...ROLES.cellule}>
                {ligne.statut_affiche ? <Pastille statut={ligne.statut_affiche} /> : '–'}
                {ligne.surDouzeMois ? <span class="sub">{fr('sur 12 mois')}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Defilement>
  )
}
