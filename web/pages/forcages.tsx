import { formatMois, formatNombre } from '../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { PairsJuges } from '../../metrics/engine/pairs-juges.ts'
import type { ForcagesGuichet } from '../../metrics/forcages/lire.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { avecEtatPropre } from '../affichee.ts'
import { openAtelier } from '../charts/atelier.ts'
import { Section } from '../components/blocs.tsx'
import { GraphiqueComparaison } from '../components/comparaison/graphique.tsx'
import { type DemandeAQualifier, ListeAQualifier } from '../components/forcages/liste.tsx'
import { TableForcages } from '../components/forcages/table.tsx'
import { Tendance } from '../components/graphiques-repartition.tsx'
import { MessageFait } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { Historique } from '../historique.ts'
import { chooseCategorie, findChoisi, listCompares } from '../modeles/comparaison.ts'

export interface ForcagesProps {
  readonly contexte: Contexte
  readonly fiche: FicheIndicateur
  readonly guichets: readonly Guichet[]
  /** The share of forced registrations in the month shown, and over the twelve months that end with it. */
  readonly lignesDuMois: readonly LigneIndicateur[]
  readonly lignesDeLAnnee: readonly LigneIndicateur[]
  /** What those of the month and of the twelve months were judged among, as it was stored with them. */
  readonly pairsDuMois: readonly PairsJuges[]
  readonly pairsDeLAnnee: readonly PairsJuges[]
  readonly historique: Historique
  readonly seuil: number | null
  readonly forcages: readonly ForcagesGuichet[]
  /** The forced demandes of the month, with what a person said of each, the latest first. */
  readonly demandes: readonly DemandeAQualifier[]
  /** Unjustified forcings of the month, and those left once homonymies and separations are taken away. */
  readonly injustifies: number
  readonly retenus: number
  readonly peutQualifier: boolean
  readonly exports: readonly LienExport[]
  readonly fait: boolean
}

/** Forcing of the duplicate alert: by guichet, among peers, in time, and demande by demande. */
export const Forcages = async (p: ForcagesProps) => {
  const { contexte, fiche, guichets, historique, seuil, injustifies, retenus } = p
  const atelier = await openAtelier()
  const surDouzeMois = contexte.requete.sur !== '1'
  const compares = listCompares(fiche, avecEtatPropre(surDouzeMois ? p.lignesDeLAnnee : p.lignesDuMois), guichets)
  const categorie = chooseCategorie(compares, contexte.requete.categorie)
  const choisi = findChoisi(compares, contexte.requete.guichet)?.ligne.entite ?? null
  const commun = { atelier, contexte, fiche, compares, surDouzeMois, seuil, choisi }
  const tendance = Tendance({ ...commun, historique })
  const mois = contexte.mois ? formatMois(contexte.mois) : ''
  const forces = p.forcages.reduce((n, f) => n + (f.forces ?? 0), 0)
  return (
    <Page contexte={contexte} titre="Forçages">
      <Tete titre="Forçages de l’alerte de doublon" exports={p.exports}>
        {fr(
          `${compte(forces, 'demande forcée', 'demandes forcées')}, ${accord(forces, 'enregistrée')} en ${mois}. Des forçages dont les trente jours s’achèvent en ${mois}, ${formatNombre(injustifies)} ${accord(injustifies, 'paraît injustifié', 'paraissent injustifiés')} ; ${formatNombre(retenus)} une fois ôtées les homonymies et les séparations reconnues.`,
        )}
      </Tete>
      {p.fait ? <MessageFait>La qualification est enregistrée.</MessageFait> : null}
      <div class="grid">
        <div class="g8">
          {categorie ? (
            <GraphiqueComparaison
              {...commun}
              categorie={categorie}
              pairs={surDouzeMois ? p.pairsDeLAnnee : p.pairsDuMois}
            />
          ) : (
            tendance
          )}
        </div>
        <div class="g4">{categorie ? tendance : null}</div>
      </div>
      <Section id="guichets" titre="Par guichet" precision="Une demande enregistrée la première n’est jamais reprochée">
        <TableForcages contexte={contexte} forcages={p.forcages} />
      </Section>
      <Section
        id="demandes"
        titre="Demandes à qualifier"
        precision="Un signal n’est pas une preuve : une personne décide"
      >
        <ListeAQualifier contexte={contexte} demandes={p.demandes} peutQualifier={p.peutQualifier} />
      </Section>
    </Page>
  )
}
