import { formatJour, formatMois } from '../../ingest/socle/francais/format.ts'
import { accord, capitale, enLettres } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { type Jour, joursEntre } from '../../ingest/socle/jour.ts'
import type { Refus } from '../chargement.ts'
import { Faits, Panneau } from '../components/blocs.tsx'
import { MoisDesControles } from '../components/controles/mois.tsx'
import { PointDuControle, type PointVu } from '../components/controles/point.tsx'
import { direVersion, Reouverture, Signature, type VersionVue } from '../components/controles/signature.tsx'
import { type ActeVu, Historique, preuvesDe, RapportDuControle, Versions } from '../components/controles/versions.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { lien } from '../liens.ts'
import { type MoisVu, POINTS_EN_TOUT, titreDuControle } from '../modeles/mois-controle.ts'

export interface ControleProps {
  readonly contexte: Contexte
  readonly controle: MoisVu
  readonly controles: readonly MoisVu[]
  readonly points: readonly PointVu[]
  /** What was done, the oldest first. */
  readonly actes: readonly ActeVu[]
  readonly versions: readonly VersionVue[]
  /** The version whose frozen facts are shown; null for what is known today. */
  readonly version: VersionVue | null
  /** The name of who may tick, sign and reopen; null for who only reads. */
  readonly nom: string | null
  readonly aujourdhui: Jour
  readonly exports: readonly LienExport[]
  readonly fait?: string
  readonly refus?: Refus
}

/** « À signer avant le 01/12/2026, dans sept jours. » */
const direDelai = ({ controle: { echeance, retard }, aujourdhui }: ControleProps): string => {
  if (echeance === null) return 'Aucun instantané ne clôt ce mois.'
  if (retard > 0)
    return `À signer depuis le ${formatJour(echeance)} : ${enLettres(retard)} ${accord(retard, 'jour')} de retard.`
  const reste = joursEntre(aujourdhui, echeance)
  const dans = reste === 0 ? 'aujourd’hui' : `dans ${enLettres(reste)} ${accord(reste, 'jour')}`
  return `À signer au plus tard le ${formatJour(echeance)}, ${dans}.`
}

const Constat = (p: ControleProps) => {
  const { controle, version } = p
  if (version !== null) return <strong>{`${direVersion(version)}.`}</strong>
  const { vus } = controle
  const vu = vus === 0 ? 'Aucun point vu' : `${capitale(enLettres(vus))} ${accord(vus, 'point vu', 'points vus')}`
  return (
    <>
      <strong>{`${vu} sur ${enLettres(POINTS_EN_TOUT)}.`}</strong>
      {fr(` ${controle.signe === null ? direDelai(p) : 'Rouvert : il se signe de nouveau, douze points vus.'}`)}
    </>
  )
}

const Avance = ({ points }: Pick<ControleProps, 'points'>) => (
  <div class="avance" aria-hidden="true">
    {points.map(({ vu }) => (
      <span class={vu ? 'ok' : undefined} />
    ))}
  </div>
)

/** One page leads through the month's control: twelve points, always the same, in the same order. */
export const Controle = (p: ControleProps) => {
  const { contexte, controle, points, version, nom, fait, refus } = p
  const adresse = (acte: string) => lien(contexte, `/controles/${controle.mois}/${acte}`)
  const ouvert = version === null && nom !== null && controle.etat !== 'SIGNE'
  const premier = points.find(({ vu }) => vu === null)
  const [depart] = p.actes
  return (
    <Page
      contexte={contexte}
      titre={capitale(formatMois(controle.mois))}
      fil={[{ libelle: 'Contrôle mensuel', chemin: '/controles' }]}
      periode={false}
      du={{ mois: controle.mois, instantane: controle.instantane }}
    >
      <Tete
        titre={titreDuControle(controle.mois)}
        identite={fr(
          `${depart ? `Ouvert le ${formatJour(controle.ouvertLe)} par ${depart.par} · ` : ''}convention, art. 3.2.2 b`,
        )}
        exports={p.exports}
        imprimer="Imprimer"
      >
        <Constat {...p} />
      </Tete>
      {refus ? <MessageRefus refus={refus} /> : null}
      {fait ? <MessageFait>{fr(fait)}</MessageFait> : null}
      <div class="controle">
        <section aria-labelledby="h-points">
          <h2 class="vh" id="h-points">
            Les douze points
          </h2>
          <Avance points={points} />
          <ol class="points">
            {points.map((point) => (
              <PointDuControle
                contexte={contexte}
                action={ouvert ? adresse('points') : null}
                point={point}
                ici={ouvert && point === premier}
              />
            ))}
          </ol>
          {ouvert ? (
            <Signature
              action={adresse('signer')}
              controle={controle}
              points={points}
              nom={nom}
              aujourdhui={p.aujourdhui}
            />
          ) : null}
          {nom !== null && controle.etat === 'SIGNE' ? (
            <Reouverture action={adresse('rouvrir')} controle={controle} />
          ) : null}
        </section>
        <aside aria-label="Autour du contrôle">
          <MoisDesControles contexte={contexte} controles={p.controles} ici={controle.mois} />
          <Versions {...p} />
          <Panneau id="reste" titre={version === null ? 'Ce qui restera' : 'Ce qui en reste'}>
            <Faits faits={preuvesDe(version, controle)} />
            <RapportDuControle contexte={contexte} controle={controle} version={version} />
          </Panneau>
        </aside>
      </div>
      <Historique actes={p.actes} />
    </Page>
  )
}
