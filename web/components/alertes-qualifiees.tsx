import {
  formatIntervalle,
  formatJour,
  formatMois,
  formatRepere,
  formatValeur,
} from '../../ingest/socle/francais/format.ts'
import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { type AlerteQualifiee, ETATS_ALERTE } from '../alertes.ts'
import { type Contexte, peutOuvrir } from '../contexte.ts'
import { lien, lienGuichet } from '../liens.ts'
import { effectifDe } from '../modeles/mesures.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'
import { Defilement } from './blocs.tsx'
import { Entetes } from './entetes.tsx'
import { ROLES } from './roles-table.ts'

const RANGS = Object.keys(ETATS_ALERTE)

const eloignement = ({ point, seuil }: AlerteQualifiee): number | null =>
  point.valeur === null || !seuil ? point.valeur : point.valeur / seuil

export const COLONNES_QUALIFIEES: readonly Colonne<AlerteQualifiee>[] = [
  { cle: 'entite', libelle: 'Guichet ou service', valeur: ({ libelle }) => libelle },
  { cle: 'indicateur', libelle: 'Indicateur', valeur: ({ fiche }) => fiche.libelle },
  { cle: 'valeur', libelle: 'Valeur', precision: 'et intervalle', nombre: true, valeur: eloignement },
  { cle: 'etat', libelle: 'Qualification', valeur: ({ etat }) => RANGS.indexOf(etat) },
  { cle: 'acte', libelle: 'Acte', masque: true },
]

const Qualification = ({ contexte, alerte }: { readonly contexte: Contexte; readonly alerte: AlerteQualifiee }) => {
  const { etat, explication, mesure } = alerte
  if (mesure !== null)
    return (
      <>
        {ETATS_ALERTE[etat]}
        <span class="sub">
          <a href={lien(contexte, `/mesures/${mesure.id}`)}>{`mesure ${mesure.reference}`}</a>
        </span>
      </>
    )
  if (explication === null) return <b>{ETATS_ALERTE[etat]}</b>
  return (
    <>
      {etat === 'EXPLIQUE' ? (
        `${ETATS_ALERTE[etat]} jusqu’à ${formatMois(explication.jusqua)}`
      ) : (
        <b>{ETATS_ALERTE[etat]}</b>
      )}
      <span class="sub">
        {fr(
          `${etat === 'EXPLIQUE' ? '' : 'de nouveau ; '}${dansPhrase(explication.raison)} : ${explication.texte} (${explication.par}, le ${formatJour(explication.le)})`,
        )}
      </span>
    </>
  )
}

const Actes = ({ contexte, alerte }: { readonly contexte: Contexte; readonly alerte: AlerteQualifiee }) => {
  const { cle, libelle, fiche, etat } = alerte
  if (etat === 'EN_MESURE' || !peutOuvrir(contexte, '/mesures/ouvrir')) return null
  const nom = `${fiche.libelle}, ${libelle}`
  return (
    <>
      {etat === 'A_TRAITER' ? (
        <a href={lien(contexte, '/alertes#expliquer', { ligne: cle })} aria-label={`Expliquer, ${nom}`}>
          Expliquer
        </a>
      ) : null}
      <a href={lien(contexte, '/mesures/ouvrir', { ligne: cle })} aria-label={`Ouvrir une mesure, ${nom}`}>
        Ouvrir une mesure
      </a>
    </>
  )
}

/** The lines in alert, and what was made of each: those to be treated first. */
export const AlertesQualifiees = ({
  contexte,
  alertes,
}: {
  readonly contexte: Contexte
  readonly alertes: readonly AlerteQualifiee[]
}) => (
  <Defilement nom="Alertes et leur qualification">
    <table class="data stack-n mes" {...ROLES.table}>
      <Entetes contexte={contexte} colonnes={COLONNES_QUALIFIEES} section="liste" roles />
      <tbody {...ROLES.groupe}>
        {trierIci(contexte, alertes, COLONNES_QUALIFIEES).map((alerte) => (
          <tr {...ROLES.rangee}>
            <th scope="row" {...ROLES.tete}>
              {alerte.niveau === 'GUICHET' ? (
                <a href={lienGuichet(contexte, alerte.entite)}>{alerte.libelle}</a>
              ) : (
                alerte.libelle
              )}
            </th>
            <td {...ROLES.cellule}>{alerte.fiche.libelle}</td>
            <td class="num" data-l="Valeur" {...ROLES.cellule}>
              <strong>{formatValeur(alerte.fiche.unite, alerte.point.valeur)}</strong>
              <span class="sub">
                {[
                  effectifDe(alerte.point),
                  formatIntervalle(alerte.fiche.unite, alerte.point.ic_bas, alerte.point.ic_haut),
                  alerte.seuil === null ? '' : `seuil ${formatRepere(alerte.fiche.unite, alerte.seuil)}`,
                  alerte.point.surDouzeMois ? 'sur 12\u00a0mois' : '',
                ]
                  .filter((mot) => mot !== '')
                  .join(', ')}
              </span>
            </td>
            <td {...ROLES.cellule}>
              <Qualification contexte={contexte} alerte={alerte} />
            </td>
            <td class="actes-l" {...ROLES.cellule}>
              <Actes contexte={contexte} alerte={alerte} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Defilement>
)
