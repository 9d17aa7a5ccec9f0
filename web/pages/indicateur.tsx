import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { finMois } from '../../ingest/socle/jour.ts'
import type { PairsJuges } from '../../metrics/engine/pairs-juges.ts'
import type { ArticleDIndicateur } from '../charte-vue.ts'
import { openAtelier } from '../charts/atelier.ts'
import { Section } from '../components/blocs.tsx'
import { GraphiqueComparaison } from '../components/comparaison/graphique.tsx'
import { ConstatIndicateur } from '../components/constat-indicateur.tsx'
import { Definition } from '../components/definition.tsx'
import { LegendeEtats } from '../components/etat.tsx'
import { Distribution, Tendance } from '../components/graphiques-repartition.tsx'
import { MisEnAvant } from '../components/mis-en-avant.tsx'
import { Page } from '../components/page.tsx'
import { TableComparaison } from '../components/table-comparaison.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { countEtats, hasEtats } from '../etats.ts'
import { FAMILLES, seuilEn } from '../fiche-indicateur.ts'
import type { Historique } from '../historique.ts'
import { chooseCategorie } from '../modeles/comparaison.ts'
import { comparaisonMontree, type SourcesComparaison } from '../modeles/comparaison-montree.ts'

/** What is drawn and the table's order are read from `contexte.requete`: categorie, sur (1 for the month, 12 for twelve), tri. */
export interface IndicateurProps extends SourcesComparaison {
  readonly contexte: Contexte
  /** What those of the month and of the twelve months were judged among, as it was stored with them. */
  readonly pairsDuMois: readonly PairsJuges[]
  readonly pairsDeLAnnee: readonly PairsJuges[]
  /** This indicator: TERRITOIRE and CATEGORIE over 25 months, GUICHET (or SERVICE) over the same. */
  readonly historique: Historique
  /** The articles of the chartes in force that it shows. */
  readonly articles: readonly ArticleDIndicateur[]
  readonly exports: readonly LienExport[]
}

const UNITES = { part: 'part', jours: 'délai médian en jours', nombre: 'nombre' } as const

/** One indicator: what it is, who stands out, where, and since when. */
export const PageIndicateur = async (props: IndicateurProps) => {
  const { contexte, fiche, lignes, historique } = props
  const atelier = await openAtelier()
  const seuil = contexte.mois ? seuilEn(fiche, finMois(contexte.mois)) : null
  const { compares, dessines, surDouzeMois, choisi } = comparaisonMontree(contexte, props)
  const categorie = chooseCategorie(dessines, contexte.requete.categorie ?? choisi?.categorie ?? undefined)
  const commun = {
    atelier,
    contexte,
    fiche,
    compares: dessines,
    surDouzeMois,
    seuil,
    choisi: choisi?.ligne.entite ?? null,
  }
  const distribution = Distribution(commun)
  const tendance = Tendance({ ...commun, historique })
  const juge = hasEtats(compares.map(({ ligne }) => ligne))
  return (
    <Page contexte={contexte} titre={fiche.libelle} fil={[{ libelle: 'Indicateurs', chemin: '/indicateurs' }]}>
      <Tete
        titre={fiche.libelle}
        identite={fr(
          `Famille « ${FAMILLES[fiche.famille]} » · ${UNITES[fiche.unite]}${fiche.unite === 'nombre' ? '' : ' · plus bas, mieux c’est'}`,
        )}
        exports={props.exports}
      >
        <ConstatIndicateur contexte={contexte} fiche={fiche} lignes={lignes} compares={compares} seuil={seuil} />
      </Tete>
      <MisEnAvant contexte={contexte} compares={dessines} choisi={choisi} />
      <div class="grid">
        <div class="g8">
          {categorie ? (
            <GraphiqueComparaison
              {...commun}
              categorie={categorie}
              pairs={surDouzeMois ? props.pairsDeLAnnee : props.pairsDuMois}
            />
          ) : (
            (tendance ?? <p class="empty">Pas assez de guichets pour une comparaison ce mois-ci.</p>)
          )}
        </div>
        <div class="g4">
          <Definition contexte={contexte} fiche={fiche} articles={props.articles} />
        </div>
      </div>
      {categorie && (distribution || tendance) ? (
        <div class="grid sec">
          {distribution ? <div class="g6">{distribution}</div> : null}
          {tendance ? <div class="g6">{tendance}</div> : null}
        </div>
      ) : null}
      {compares.length > 0 ? (
        <Section
          id="tous"
          titre={compares[0]?.ligne.niveau === 'SERVICE' ? 'Tous les services' : 'Tous les guichets'}
          precision={compte(compares.length, compares[0]?.ligne.niveau === 'SERVICE' ? 'service' : 'guichet')}
        >
          {juge ? <LegendeEtats comptes={countEtats(compares.map(({ ligne }) => ligne))} /> : null}
          <TableComparaison
            contexte={contexte}
            fiche={fiche}
            compares={compares}
            historique={historique}
            seuil={seuil}
            choisi={commun.choisi}
            juge={juge}
          />
        </Section>
      ) : null}
    </Page>
  )
}
