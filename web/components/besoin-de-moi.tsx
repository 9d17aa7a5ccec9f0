import { formatMois } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { peutOuvrir } from '../contexte.ts'
import { lien, lienIci } from '../liens.ts'
import { listAlertes } from '../modeles/alertes.ts'
import type { TableauDeBordProps } from '../modeles/tableau-de-bord.ts'
import { estTriee } from '../modeles/tri.ts'
import { EcheancesDuMoment } from './agenda/a-faire.tsx'
import { AlertesSorties } from './alertes-sorties.tsx'
import { Defilement, Panneau } from './blocs.tsx'
import { DernierChargement } from './dernier-chargement.tsx'
import { HabilitationsDuMoment } from './habilitations/du-moment.tsx'
import { COLONNES_ALERTES, TableAlertes } from './table-alertes.tsx'

const AUCUNE = { departs: 0, certificats: 0 }

/** Alerts shown at first; the address may ask for all. */
const PREMIERES = 10
const TOUTES = 'toutes'

const NonJuge = ({ contexte }: Pick<TableauDeBordProps, 'contexte'>) => (
  <Panneau id="alertes" titre="Les guichets ne sont pas encore jugés">
    <div class="prose">
      <p>
        {`Les valeurs ${contexte.mois ? `de ${formatMois(contexte.mois)} ` : ''}sont calculées, sans intervalle de confiance ni comparaison aux pairs\u00a0: rien ne permet encore de dire qu’un guichet dépasse son seuil autrement que par hasard.`}
      </p>
      <p>
        <a href={lien(contexte, '/guichets')}>Voir les valeurs de chaque guichet</a>
      </p>
    </div>
  </Panneau>
)

/** How many are new, and the order they come in unless another is asked for. */
const direOrdre = (nouvelles: number, triees: boolean): string => {
  if (triees) return nouvelles === 0 ? 'Aucune nouvelle' : compte(nouvelles, 'nouvelle')
  return nouvelles === 0
    ? fr('Aucune nouvelle ; les plus éloignées du seuil d’abord')
    : `${compte(nouvelles, 'nouvelle')} d’abord, puis les plus éloignées du seuil`
}

/** States only, new before standing; beside them what is owed, and the last load. */
export const BesoinDeMoi = (props: TableauDeBordProps & { readonly juge: boolean }) => {
  const { contexte, indicateurs, guichets, lignes, etats, moisAvecEtats, juge } = props
  const alertes = juge ? listAlertes(lignes, indicateurs, guichets, etats, moisAvecEtats) : []
  const nouvelles = alertes.filter(({ duree }) => duree === 1).length
  const tout = lien(contexte, '/guichets', { indicateurs: 'tous', signales: '1' })
  const toutIci = lienIci(contexte, { alertes: TOUTES }, 'alertes')
  const parGuichet = peutOuvrir(contexte, '/guichets')
  const toutes = contexte.requete.alertes === TOUTES || alertes.length <= PREMIERES
  if (!juge && !parGuichet) return null
  return (
    <div class="grid sec">
      <div class="g8">
        {!juge ? (
          <NonJuge contexte={contexte} />
        ) : alertes.length === 0 ? (
          <Panneau id="alertes" titre="Aucune alerte">
            <p class="empty">
              {parGuichet ? (
                <>
                  {'Aucun guichet ne dépasse un seuil avec certitude ce mois-ci. '}
                  <a href={tout}>Voir les points à surveiller</a>.
                </>
              ) : (
                'Aucun service ne dépasse un seuil avec certitude ce mois-ci.'
              )}
            </p>
          </Panneau>
        ) : (
          <Panneau
            id="alertes"
            titre={
              props.qualifications === undefined
                ? `${compte(alertes.length, 'alerte')} à traiter`
                : fr(`${compte(alertes.length, 'alerte')} : ${props.qualifications}`)
            }
            precision={direOrdre(nouvelles, estTriee(contexte, COLONNES_ALERTES))}
          >
            <Defilement nom="Alertes à traiter">
              <TableAlertes contexte={contexte} alertes={alertes} montrees={toutes ? alertes.length : PREMIERES} />
            </Defilement>
            <p class="more">
              {toutes ? null : <a href={toutIci}>{`Voir les ${compte(alertes.length, 'alerte')}`}</a>}
              {peutOuvrir(contexte, '/alertes') ? <a href={lien(contexte, '/alertes')}>Qualifier les alertes</a> : null}
              {parGuichet ? <a href={tout}>Voir les points à surveiller, guichet par guichet</a> : null}
            </p>
          </Panneau>
        )}
        {juge ? <AlertesSorties {...props} /> : null}
      </div>
      {peutOuvrir(contexte, '/imports') ? (
        <div class="g4 stack">
          <EcheancesDuMoment contexte={contexte} echeances={props.echeances ?? []} />
          <HabilitationsDuMoment contexte={contexte} {...(props.habilitations ?? AUCUNE)} />
          <DernierChargement contexte={contexte} chargement={props.dernierChargement} />
        </div>
      ) : null}
    </div>
  )
}
