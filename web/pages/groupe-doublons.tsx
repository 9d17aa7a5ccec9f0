import { formatJour, formatNombre } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { openAtelier } from '../charts/dessin.ts'
import { Panneau } from '../components/blocs.tsx'
import { CoteACote } from '../components/cote-a-cote.tsx'
import { HistoriqueAvis } from '../components/historique-avis.tsx'
import { MessageFait } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { PoidsPaire } from '../components/poids-paire.tsx'
import { FormulaireQualification } from '../components/qualifier.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import {
  type Avis,
  type DemandeCote,
  decouperNumero,
  formatProbabilite,
  MOTS_CLES,
  nomMultiple,
  type PaireDuGroupe,
} from '../doublons.ts'
import { lien } from '../liens.ts'

export interface GroupeProps {
  readonly contexte: Contexte
  readonly groupe: number
  readonly instantane: Jour
  /** The oldest registered first. */
  readonly demandes: readonly DemandeCote[]
  /** The group's pairs, the most probable first. */
  readonly paires: readonly PaireDuGroupe[]
  readonly avis: readonly Avis[]
  readonly peutQualifier: boolean
  readonly precedent: number | null
  readonly suivant: number | null
  readonly fait: boolean
}

/** Waterfalls drawn on a page. */
const PAIRES = 3

const Voisins = ({ contexte, precedent, suivant }: GroupeProps) => (
  <p class="acts voisins">
    {precedent === null ? null : (
      <a class="btn" rel="prev" href={lien(contexte, `/doublons/${precedent}`)}>
        Groupe précédent
      </a>
    )}
    {suivant === null ? null : (
      <a class="btn" rel="next" href={lien(contexte, `/doublons/${suivant}`)}>
        Groupe suivant
      </a>
    )}
  </p>
)

/** One group: its demandes side by side, why they are brought together, and what a person decides. */
export const GroupeDoublons = async (p: GroupeProps) => {
  const { contexte, groupe, demandes, paires, avis, instantane } = p
  const atelier = await openAtelier()
  const [premiere] = paires
  const action = lien(contexte, `/doublons/${groupe}`)
  return (
    <Page
      contexte={contexte}
      titre={`Groupe ${groupe}`}
      fil={[{ libelle: 'Doublons', chemin: '/doublons' }]}
      periode={false}
    >
      <Tete
        titre={`Groupe ${groupe}`}
        identite={fr(
          `${nomMultiple(demandes.length)} probable · ${formatNombre(demandes.length)} demandes · instantané du ${formatJour(instantane)}`,
        )}
      >
        {premiere === undefined
          ? 'Ce groupe n’a plus de paire.'
          : fr(`Probabilité ${formatProbabilite(premiere.probabilite)}. ${MOTS_CLES[premiere.cle]}.`)}
      </Tete>
      {p.fait ? (
        <MessageFait>La qualification est enregistrée ; elle vaudra pour les mois suivants.</MessageFait>
      ) : null}
      <Voisins {...p} />
      <div class="grid">
        <Panneau
          id="cote"
          titre="Les demandes côte à côte"
          precision="Ce qui diffère est surligné et marqué ≠"
          classe="g8"
        >
          <CoteACote demandes={demandes} />
        </Panneau>
        <Panneau id="qualifier" titre="Qualifier" classe="g4">
          {p.peutQualifier ? (
            <FormulaireQualification action={action} verdict={avis[0]?.verdict ?? null} />
          ) : (
            <p class="empty">Le gestionnaire du territoire qualifie les groupes.</p>
          )}
        </Panneau>
      </div>
      <div class="grid sec">
        <div class="g8">
          {paires.slice(0, PAIRES).map((paire) => (
            <>
              {paires.length > 1 ? (
                <p class="meta">{`${decouperNumero(paire.a)} et ${decouperNumero(paire.b)}`}</p>
              ) : null}
              <PoidsPaire atelier={atelier} paire={paire} instantane={instantane} />
            </>
          ))}
        </div>
        <Panneau id="historique" titre="Historique" classe="g4">
          <HistoriqueAvis avis={avis} />
        </Panneau>
      </div>
    </Page>
  )
}
