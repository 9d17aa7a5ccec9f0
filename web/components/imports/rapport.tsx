import {
  formatDuree,
  formatInstant,
  formatJour,
  formatNombre,
  formatPart,
} from '../../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { jourDeLInstant } from '../../../ingest/socle/jour.ts'
import { JOURS_DE_REJETS } from '../../../ingest/socle/regles/conservation.ts'
import { regleEn } from '../../../ingest/socle/regles/regle.ts'
import type { Chargement } from '../../chargement.ts'
import type { FicheIndicateur } from '../../fiche-indicateur.ts'
import { lienRejets } from '../../liens.ts'
import { listRemarques, nomEtat } from '../../modeles/lecture-rapport.ts'
import { Icone } from '../sprite.tsx'
import { Mesures } from './mesures.tsx'

const Chiffres = ({ rapport: r }: Pick<Chargement, 'rapport'>) => (
  <Mesures
    mesures={[
      ['Lignes lues', formatNombre(r.lignes)],
      ['Acceptées', formatNombre(r.acceptees)],
      ['Rejetées', formatNombre(r.rejetees)],
      ['Hors conservation', formatNombre(r.purgees)],
      ['Numéros réparés', formatNombre(r.reparees)],
      ['Durée', formatDuree(r.duree_ms)],
    ]}
  />
)

const resume = ({ rapport: r }: Chargement): string => {
  const lues = `${formatNombre(r.lignes)} lignes`
  const rejets =
    r.rejetees === 0
      ? 'aucun rejet'
      : `${compte(r.rejetees, 'rejet')} (${formatPart(r.rejetees / Math.max(1, r.lignes), 2)})`
  const muets = r.indicateurs_non_mesurables.length
  return [
    lues,
    rejets,
    ...(muets > 0 ? [`${compte(muets, 'indicateur')} non ${muets < 2 ? 'mesurable' : 'mesurables'}`] : []),
  ].join(' · ')
}

const joursDesRejets = (chargeLe: string): number => regleEn(JOURS_DE_REJETS, jourDeLInstant(chargeLe))

/** Past this many lines, a list goes in columns. */
const LISTE_LONGUE = 8

export interface RapportProps {
  readonly chargement: Chargement
  readonly indicateurs: readonly FicheIndicateur[]
  readonly ouvert: boolean
}

/** One snapshot: a line that says how it went, and its whole report beneath. */
export const RapportDeChargement = ({ chargement, indicateurs, ouvert }: RapportProps) => {
  const { rapport, chargeLe, source, synthetique, clos, rejetsDisponibles } = chargement
  const rejets = rapport.rejetees + rapport.rejets_guichets + rapport.rejets_flux + rapport.rejets_baux
  const remarques = listRemarques(rapport, indicateurs)
  return (
    <details class="load" open={ouvert}>
      <summary>
        <span class="date">{formatJour(rapport.date)}</span>
        <span class="how">
          {`${nomEtat(rapport.etat)} le ${formatInstant(chargeLe)}`}
          {synthetique ? <span class="tag">données fictives</span> : null}
          {clos ? <span class="tag">clos</span> : null}
        </span>
        <span class="sum-up">{resume(chargement)}</span>
      </summary>
      <div class="body">
        <Chiffres rapport={rapport} />
        {clos ? (
          <p class="hint">
            {fr(
              'La conservation a effacé des demandes de cet instantané : seuls ses résultats enregistrés sont servis.',
            )}
          </p>
        ) : null}
        {remarques.length > 0 ? (
          <dl class="facts remarks">
            {remarques.map(({ terme, details }) => (
              <>
                <dt>{terme}</dt>
                <dd>
                  <ul class={details.length > LISTE_LONGUE ? 'longue' : undefined}>
                    {details.map((detail) => (
                      <li>{detail}</li>
                    ))}
                  </ul>
                </dd>
              </>
            ))}
          </dl>
        ) : (
          <p class="hint">{fr('Rien à signaler : toutes les lignes ont été lues, toutes les colonnes sont là.')}</p>
        )}
        {source ? <p class="hint">{`Origine\u00a0: ${source}`}</p> : null}
        {rejets === 0 ? null : rejetsDisponibles ? (
          <p class="acts">
            <a class="btn" href={lienRejets(rapport.territoire, rapport.date, 'xlsx')}>
              <Icone nom="down" />
              {fr(
                `${compte(rejets, 'ligne rejetée', 'lignes rejetées')} : ${accord(rejets, 'la', 'les')} télécharger (XLSX)`,
              )}
            </a>
            <a class="btn" href={lienRejets(rapport.territoire, rapport.date, 'csv')}>
              <Icone nom="down" />
              Les mêmes en CSV
            </a>
          </p>
        ) : (
          <p class="hint">{`Le fichier des rejets est supprimé après ${compte(joursDesRejets(chargeLe), 'jour')}.`}</p>
        )}
      </div>
    </details>
  )
}
