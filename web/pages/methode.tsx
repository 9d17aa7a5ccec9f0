import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { DOuViennentLesChiffres } from '../components/methode/chiffres.tsx'
import { LesCourbes } from '../components/methode/courbes.tsx'
import { LesDoublons, LesEstimations } from '../components/methode/estimations.tsx'
import { LesEtats, PetitsEffectifs } from '../components/methode/etats.tsx'
import { LesPairs, LIntervalle } from '../components/methode/hasard.tsx'
import { LesIndicateurs } from '../components/methode/indicateurs.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'

export interface MethodeProps {
  readonly contexte: Contexte
  readonly fiches: readonly FicheIndicateur[]
  readonly pairsMinimum: number
  /** On which the rules of law and contract are told. */
  readonly jour: Jour
}

const SOMMAIRE = [
  ['chiffres', 'Les chiffres'],
  ['etats', 'Les états'],
  ['intervalle', 'L’intervalle'],
  ['petits-effectifs', 'Les petits effectifs'],
  ['pairs', 'Les pairs'],
  ['courbes', 'Les courbes'],
  ['attributions', 'Les attributions'],
  ['doublons', 'Les doublons'],
  ['famille-activite', 'Les indicateurs'],
] as const

/** How every figure is counted and judged, in plain words, and every indicator from its declaration. */
export const Methode = ({ contexte, fiches, pairsMinimum, jour }: MethodeProps) => (
  <Page contexte={contexte} titre="Méthode" periode={false} fil={[{ libelle: 'Aide', chemin: '/aide' }]}>
    <Tete titre="Méthode">
      {fr(
        'Comment un chiffre est compté, puis jugé, sans formule. Les nombres de cette page sont ceux que l’application emploie.',
      )}
    </Tete>
    <nav class="tabs" aria-label="Dans cette page">
      {SOMMAIRE.map(([id, libelle]) => (
        <a href={`#${id}`}>{libelle}</a>
      ))}
    </nav>
    <DOuViennentLesChiffres jour={jour} />
    <LesEtats />
    <LIntervalle />
    <PetitsEffectifs fiches={fiches} pairsMinimum={pairsMinimum} />
    <LesPairs />
    <LesCourbes />
    <LesEstimations />
    <LesDoublons />
    <LesIndicateurs contexte={contexte} fiches={fiches} />
  </Page>
)
