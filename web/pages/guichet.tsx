import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { PairsJuges } from '../../metrics/engine/pairs-juges.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import type { LigneAffichee } from '../affichee.ts'
import type { AnnotationVue } from '../annotations.ts'
import { nomCategorie } from '../categories.ts'
import { openAtelier } from '../charts/atelier.ts'
import { ACorriger, listCorrections } from '../components/a-corriger.tsx'
import { Annotations } from '../components/annotations.tsx'
import { AttributionsGuichet } from '../components/attributions/guichet.tsx'
import { Section } from '../components/blocs.tsx'
import { CarteControle, CarteMini, type CarteProps } from '../components/cartes-controle.tsx'
import { ChiffresCles } from '../components/chiffres-cles.tsx'
import { ConstatGuichet } from '../components/constat-guichet.tsx'
import { SixMarques } from '../components/deux-marques.tsx'
import { ResumeEtats } from '../components/etat.tsx'
import { FicheGuichet } from '../components/fiche-guichet.tsx'
import { MesuresDuGuichet } from '../components/mesures/du-guichet.tsx'
import { Page } from '../components/page.tsx'
import { ParmiPairs } from '../components/parmi-pairs.tsx'
import { TableGuichet } from '../components/table-guichet.tsx'
import { Tete } from '../components/tete.tsx'
import { VoisinsParGravite } from '../components/voisins.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { countEtats, hasEtats, rangEtat } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { SerieIndicateur } from '../historique.ts'
import type { MesureVue } from '../mesure-vue.ts'
import { poserAnnotations } from '../modeles/annotations.ts'
import type { AttributionsDuGuichet } from '../modeles/attributions.ts'
import { partagerCartes } from '../modeles/cartes.ts'
import { listChiffres } from '../modeles/chiffres.ts'
import { nomDuSuivi } from '../modeles/menu.ts'
import type { Voisins } from '../modeles/voisins.ts'

export interface GuichetProps {
  readonly contexte: Contexte
  readonly guichet: Guichet
  readonly indicateurs: readonly FicheIndicateur[]
  /** The guichet's rows of the month, every indicator. */
  readonly lignes: readonly LigneAffichee[]
  /** Activity and quality, 25 months that end with the month shown. */
  readonly series: readonly SerieIndicateur[]
  /** What was noted at a date, the oldest first. */
  readonly annotations: readonly AnnotationVue[]
  readonly peutNoter: boolean
  /** The month's GUICHET rows of the category, every quality indicator, the guichet's own included. */
  readonly pairs: readonly LigneIndicateur[]
  /** What the month's rows were judged among, as it was stored with them. */
  readonly pairsJuges: readonly PairsJuges[]
  /** Who comes before and after it; null where the person sees no other. */
  readonly voisins: Voisins | null
  /** Those that follow its lines. */
  readonly mesures?: readonly MesureVue[]
  /** None where the guichet recorded no attribution. */
  readonly attributions?: AttributionsDuGuichet
  readonly exports: readonly LienExport[]
}

const notesDe = (annotations: readonly AnnotationVue[], points: SerieIndicateur['points'], code: string) =>
  poserAnnotations(
    annotations,
    points.map(({ mois }) => mois),
    code,
  )

const listCartes = ({ contexte, indicateurs, lignes, series, annotations }: GuichetProps): CarteProps[] =>
  indicateurs
    .filter(({ famille }) => famille !== 'activite')
    .flatMap((fiche) => {
      const ligne = lignes.find(({ indicateur }) => indicateur === fiche.code)
      const points = series.find(({ indicateur }) => indicateur === fiche.code)?.points ?? []
      return ligne && points.filter(({ valeur }) => valeur !== null).length >= 3
        ? [{ contexte, fiche, ligne, points, notes: notesDe(annotations, points, fiche.code) }]
        : []
    })
    .sort((a, b) => rangEtat(a.ligne.statut_affiche) - rangEtat(b.ligne.statut_affiche))

const identite = ({ guichet, lignes }: GuichetProps): string => {
  const actives = lignes.find(({ indicateur }) => indicateur === 'demandes_actives')?.valeur ?? null
  return [
    guichet.code,
    nomCategorie(guichet.categorie),
    ...(guichet.service_libelle ? [fr(`service « ${guichet.service_libelle} »`)] : []),
    ...(actives === null ? [] : [`${formatNombre(actives)} demandes actives`]),
  ].join(' · ')
}

/** One guichet: what it does well or not, since when, and how its peers do. */
export const PageGuichet = async (props: GuichetProps) => {
  const { contexte, guichet, indicateurs, lignes, series, attributions, mesures = [] } = props
  const atelier = await openAtelier()
  const comptes = countEtats(lignes)
  const cartes = listCartes(props)
  const corrections = listCorrections(indicateurs, lignes)
  const { grandes, petites } = partagerCartes(cartes, contexte.requete.carte)
  const historique = {
    mois: series[0]?.points.map(({ mois }) => mois) ?? [],
    series: series.map(({ indicateur, points }) => ({
      niveau: 'GUICHET' as const,
      entite: guichet.code,
      indicateur,
      valeurs: points.map(({ valeur }) => valeur),
    })),
  }
  return (
    <Page
      contexte={contexte}
      titre={guichet.libelle}
      fil={[{ libelle: nomDuSuivi(contexte), chemin: '/guichets' }]}
      uneFeuille
    >
      <Tete titre={guichet.libelle} identite={identite(props)} exports={props.exports}>
        <ConstatGuichet contexte={contexte} indicateurs={indicateurs} lignes={lignes} />
      </Tete>
      {props.voisins ? <VoisinsParGravite contexte={contexte} voisins={props.voisins} /> : null}
      {hasEtats(lignes) ? <ResumeEtats comptes={comptes} /> : null}
      <nav class="tabs tabs-page" aria-label="Dans cette page">
        <a href="#indicateurs">Indicateurs</a>
        {cartes.length > 0 ? <a href="#evolution">Évolution</a> : null}
        <a href="#pairs">Parmi les pairs</a>
        {attributions ? <a href="#attributions">Attributions</a> : null}
        {corrections.length > 0 ? <a href="#corriger">Que corriger</a> : null}
        {mesures.length > 0 ? <a href="#mesures">Mesures</a> : null}
        <a href="#fiche">Fiche</a>
      </nav>
      <ChiffresCles chiffres={listChiffres(contexte, indicateurs, lignes, historique)} />
      {corrections.length > 0 ? <ACorriger contexte={contexte} corrections={corrections} /> : null}
      {mesures.length > 0 ? <MesuresDuGuichet contexte={contexte} mesures={mesures} /> : null}
      <Section
        id="indicateurs"
        titre="Indicateurs du mois"
        precision={fr(
          'Le trait vertical est le seuil, la barre l’intervalle à 95 % ; l’échelle se resserre vers la droite',
        )}
      >
        <TableGuichet contexte={contexte} indicateurs={indicateurs} lignes={lignes} />
      </Section>
      {cartes.length > 0 ? (
        <Section id="evolution" titre="Évolution sur vingt-cinq mois" precision="Moyenne, limites de contrôle et seuil">
          {grandes.length > 0 ? (
            <div class="grid">
              {grandes.map((carte) => (
                <div class="g6">
                  <CarteControle {...carte} atelier={atelier} />
                </div>
              ))}
            </div>
          ) : null}
          <div class={grandes.length > 0 ? 'minis sec' : 'minis'}>
            {petites.map((carte) => (
              <CarteMini {...carte} />
            ))}
          </div>
          <SixMarques />
          <Annotations
            contexte={contexte}
            guichet={guichet.code}
            indicateurs={indicateurs}
            annotations={props.annotations}
            peutNoter={props.peutNoter}
          />
        </Section>
      ) : null}
      <Section id="pairs" titre="Parmi les pairs">
        <ParmiPairs
          atelier={atelier}
          contexte={contexte}
          guichet={guichet}
          indicateurs={indicateurs}
          pairs={props.pairs}
          pairsJuges={props.pairsJuges}
        />
      </Section>
      {attributions ? (
        <Section id="attributions" titre="Attributions" precision="Du bail signé à sa saisie">
          <AttributionsGuichet atelier={atelier} contexte={contexte} attributions={attributions} />
        </Section>
      ) : null}
      <div class="sec">
        <FicheGuichet guichet={guichet} />
      </div>
    </Page>
  )
}
