import { formatJour } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Chargement, Refus } from '../chargement.ts'
import { Panneau, Section } from '../components/blocs.tsx'
import { type DepotEnAttente, DepotsEnAttente } from '../components/imports/en-attente.tsx'
import { FormulaireImport } from '../components/imports/formulaire.tsx'
import { ProfilGarde, type ProfilGardeProps } from '../components/imports/profil-garde.tsx'
import { RapportDeChargement } from '../components/imports/rapport.tsx'
import { type RefusRecent, RefusRecents } from '../components/imports/refus-recents.tsx'
import { MessageFait } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import { type Contexte, peutOuvrir } from '../contexte.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { lien } from '../liens.ts'

export interface ImportsProps {
  readonly contexte: Contexte
  /** For the labels of indicators. */
  readonly indicateurs: readonly FicheIndicateur[]
  /** Snapshots of the territory, the latest first. */
  readonly chargements: readonly Chargement[]
  /** Deposits of the person who looks, that wait for them. */
  readonly enAttente: readonly DepotEnAttente[]
  readonly refusRecents: readonly RefusRecent[]
  /** For how long the rejected rows of these are kept. */
  readonly joursDeRejets: number
  /** Null before the territory has anything loaded. */
  readonly profil: Omit<ProfilGardeProps, 'contexte'> | null
  /** What the person had filled in when the deposit was refused. */
  readonly saisie?: { readonly territoire: string; readonly date: string }
  readonly refus?: Refus
  /** What was just done with the profile. */
  readonly note?: string
  /** The import that has just ended well. */
  readonly fait?: {
    readonly territoire: string
    readonly date: Jour
    readonly etat: Chargement['rapport']['etat']
  }
}

const FAITS: Readonly<Record<Chargement['rapport']['etat'], string>> = {
  IMPORTE: 'est chargé.',
  DEJA_IMPORTE: 'était déjà chargé, à l’identique\u00a0: rien n’a changé.',
  REMPLACE: 'remplace le précédent.',
}

const Fait = ({ contexte, fait }: { contexte: Contexte; fait: NonNullable<ImportsProps['fait']> }) => (
  <MessageFait>
    {`L’instantané du ${formatJour(fait.date)} ${FAITS[fait.etat]} `}
    <a href={lien({ ...contexte, territoire: fait.territoire, mois: null }, '/')}>Voir le tableau de bord</a>
  </MessageFait>
)

/** The form posts to /imports, multipart: `fichier` (one or several), `territoire`, `date`. */
export const Imports = (p: ImportsProps) => {
  const { contexte, indicateurs, chargements, saisie, refus, fait } = p
  const dernier = chargements[0]
  return (
    <Page contexte={contexte} titre="Données" periode={false}>
      <Tete titre="Données">
        {dernier ? (
          <>
            <strong>{compte(chargements.length, 'instantané chargé', 'instantanés chargés')}</strong>
            {`, le dernier du ${formatJour(dernier.rapport.date)}. Un instantané dit l’état de toutes les demandes du territoire à la fin d’un jour.`}
          </>
        ) : (
          'Pas encore d’instantané pour ce territoire. Un instantané dit l’état de toutes les demandes du territoire à la fin d’un jour.'
        )}
      </Tete>
      {fait ? <Fait contexte={contexte} fait={fait} /> : null}
      {p.note ? <MessageFait>{fr(p.note)}</MessageFait> : null}
      <DepotsEnAttente depots={p.enAttente} />
      {peutOuvrir(contexte, '/imports/depots/:id') ? (
        <Panneau
          id="charger"
          titre={dernier ? 'Charger un instantané' : 'Charger le premier instantané'}
          precision="Examiné d’abord, enregistré ensuite"
        >
          <FormulaireImport
            saisie={saisie ?? { territoire: contexte.territoire ?? '', date: '' }}
            {...(refus ? { refus } : {})}
          />
        </Panneau>
      ) : null}
      {dernier ? (
        <Section id="charges" titre="Instantanés chargés" precision="Du plus récent au plus ancien">
          <div class="loads">
            {chargements.map((chargement, i) => (
              <RapportDeChargement
                chargement={chargement}
                indicateurs={indicateurs}
                ouvert={fait ? chargement.rapport.date === fait.date : i === 0}
              />
            ))}
          </div>
        </Section>
      ) : null}
      <RefusRecents refus={p.refusRecents} jours={p.joursDeRejets} />
      {p.profil ? <ProfilGarde contexte={contexte} {...p.profil} /> : null}
    </Page>
  )
}
