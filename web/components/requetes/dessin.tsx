import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { openAtelier } from '../../charts/atelier.ts'
import { drawRequete } from '../../charts/requete.ts'
import type { Contexte } from '../../contexte.ts'
import { estNombre, POINTS_DESSINES, pointsDe, titreDuDessin } from '../../modeles/requetes.ts'
import { DESSINS, type DessinChoisi, type ResultatRequete } from '../../requetes.ts'
import { CadreGraphique } from '../cadre-graphique.tsx'
import { Choix } from '../champ.tsx'

const LARGEUR = 706

/** The drawing of a result, with its table. */
export const DessinRequete = async ({
  resultat,
  dessin,
  source,
  largeur = LARGEUR,
}: {
  readonly resultat: ResultatRequete
  readonly dessin: DessinChoisi
  readonly source: string
  readonly largeur?: number
}) => {
  const points = pointsDe(resultat, dessin)
  const maximum = POINTS_DESSINES[dessin.sorte]
  return (
    <CadreGraphique
      titre={fr(titreDuDessin(points, dessin))}
      sousTitre={fr(`${dessin.y}, par ${dessin.x}`)}
      dessin={drawRequete(await openAtelier(), points, dessin, largeur)}
      {...(resultat.lignes.length > maximum ? { note: fr(`Les ${maximum} premières lignes sont dessinées.`) } : {})}
      source={source}
      jumeau={{
        legende: `${dessin.y}, par ${dessin.x}`,
        entetes: [dessin.x, dessin.y],
        lignes: points.map(({ nom, texte }) => [nom, texte]),
      }}
    />
  )
}

const noms = (colonnes: ResultatRequete['colonnes']) => colonnes.map(({ nom }) => [nom, nom] as const)

/** What is drawn, and of which columns, picked by hand. */
export const ChoixDuDessin = ({
  contexte,
  resultat,
  dessin,
}: {
  readonly contexte: Contexte
  readonly resultat: ResultatRequete
  readonly dessin: DessinChoisi
}) => (
  <form class="filters avant" method="get" action={`${contexte.chemin}#graphique`} aria-label="Graphique">
    {contexte.territoire ? <input type="hidden" name="territoire" value={contexte.territoire} /> : null}
    {contexte.mois ? <input type="hidden" name="mois" value={contexte.mois} /> : null}
    <Choix nom="dessin" libelle="Dessin" options={Object.entries(DESSINS)} valeur={dessin.sorte} />
    <Choix nom="x" libelle="Le long" options={noms(resultat.colonnes)} valeur={dessin.x} />
    <Choix nom="y" libelle="Valeur" options={noms(resultat.colonnes.filter(estNombre))} valeur={dessin.y} />
    <div class="end">
      <button class="btn" type="submit">
        Redessiner
      </button>
    </div>
  </form>
)
