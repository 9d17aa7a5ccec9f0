import { formatJour, formatNombre } from '../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Panneau } from '../components/blocs.tsx'
import { Actes } from '../components/imports/actes.tsx'
import { FichiersLus } from '../components/imports/fichiers.tsx'
import { Identite } from '../components/imports/identite.tsx'
import { IntitulesInconnus } from '../components/imports/intitules.tsx'
import { Mesure } from '../components/imports/mesure.tsx'
import { MotsHorsListe } from '../components/imports/mots.tsx'
import { PasserOutre } from '../components/imports/passer-outre.tsx'
import { ProfilApplique } from '../components/imports/profil-applique.tsx'
import { Refuse } from '../components/imports/refus-depot.tsx'
import { Anomalies } from '../components/imports/rejets.tsx'
import { Remplacement } from '../components/imports/remplacement.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import type { ExamenVu, RefusDepot } from '../depot.ts'

export interface PageExamenProps {
  readonly contexte: Contexte
  readonly depot: string
  readonly fichiers: readonly string[]
  readonly saisie: { readonly territoire: string; readonly date: string }
  readonly examen: ExamenVu
  /** The load that was asked for was refused. */
  readonly refus?: RefusDepot
}

const constat = ({ identite, lignes, rejetees }: ExamenVu): string => {
  const rejets =
    rejetees === 0
      ? 'aucune ne serait rejetée'
      : `${formatNombre(rejetees)} ${accord(rejetees, 'serait rejetée', 'seraient rejetées')}`
  const sujet =
    identite === null ? '' : `Instantané du ${formatJour(identite.date)}, territoire ${identite.territoire} : `
  return fr(`${sujet}${compte(lignes, 'ligne lue', 'lignes lues')}, ${rejets}.`)
}

const AFaire = ({
  id,
  titre,
  phrases,
}: {
  readonly id: string
  readonly titre: string
  readonly phrases: readonly string[]
}) =>
  phrases.length === 0 ? null : (
    <div class="a-faire" role="note" aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>{titre}</h2>
      <ul>
        {phrases.map((phrase) => (
          <li>{fr(phrase)}</li>
        ))}
      </ul>
    </div>
  )

/** What the files of a deposit would give: nothing of them is stored yet. */
export const PageExamen = ({ contexte, depot, fichiers, saisie, examen, refus }: PageExamenProps) => (
  <Page contexte={contexte} titre="Examen" periode={false} fil={[{ libelle: 'Données', chemin: '/imports' }]}>
    <Tete titre="Examen avant chargement" identite={fichiers.join(', ')}>
      <strong>{constat(examen)}</strong> Rien n’est encore enregistré.
    </Tete>
    <form method="post" action={`/imports/depots/${depot}/examen`} aria-label="Examen du dépôt">
      {refus ? <Refuse refus={refus} /> : null}
      <AFaire id="obstacles" titre="À régler avant de charger" phrases={examen.obstacles} />
      {refus ? null : <AFaire id="depassements" titre="Au-delà de ce qui est admis" phrases={examen.depassements} />}
      {refus?.franchissable ? <PasserOutre depot={depot} /> : null}
      {examen.carteDitTout ? null : (
        <Panneau id="identite" titre="Instantané">
          <div class="formulaire">
            <Identite saisie={saisie} />
          </div>
        </Panneau>
      )}
      {examen.remplacement && examen.identite ? (
        <Remplacement remplacement={examen.remplacement} jour={formatJour(examen.identite.date)} />
      ) : null}
      <FichiersLus examen={examen} />
      <IntitulesInconnus examen={examen} />
      <MotsHorsListe examen={examen} />
      <ProfilApplique profil={examen.profil} />
      <Mesure examen={examen} />
      <Anomalies examen={examen} premiers={refus && refus.premiers.length > 0 ? [] : examen.premiers} />
      <Actes depot={depot} examen={examen} />
    </form>
  </Page>
)
