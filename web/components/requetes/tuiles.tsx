import { formatInstant } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { dessinPossible, formatCelluleResultat, proposerDessin } from '../../modeles/requetes.ts'
import type { ResultatRequete } from '../../requetes.ts'
import type { TuileVue } from '../../requetes-vue.ts'
import { Defilement, Section } from '../blocs.tsx'
import { DessinRequete } from './dessin.tsx'

const LARGEUR = 380
/** Rows of a tile that has no drawing, and bars of one that has. */
const LIGNES = 5
const BARRES = 8

const Petite = ({ titre, resultat }: { readonly titre: string; readonly resultat: ResultatRequete }) => (
  <Defilement nom={titre}>
    <table class="data tight">
      <thead>
        <tr>
          {resultat.colonnes.map(({ nom }) => (
            <th scope="col">{nom}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {resultat.lignes.slice(0, LIGNES).map((ligne) => (
          <tr>
            {resultat.colonnes.map(({ type }, i) => (
              <td>{formatCelluleResultat(ligne[i] ?? null, type)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Defilement>
)

const date = (calculeeLe: string): string => fr(`Calculée le ${formatInstant(calculeeLe.replace('T', ' '))}`)

const Corps = async ({ titre, resultat, dessin, calculeeLe }: TuileVue) => {
  if (resultat === null) return <p>{fr('Son résultat se calcule : recharger la page dans un instant.')}</p>
  const [premiere] = resultat.lignes
  const [colonne] = resultat.colonnes
  if (premiere === undefined || colonne === undefined) return <p>{fr('Aucune ligne.')}</p>
  if (resultat.lignes.length === 1 && resultat.colonnes.length === 1)
    return (
      <>
        <p class="seul">{formatCelluleResultat(premiere[0] ?? null, colonne.type)}</p>
        <p class="meta">{date(calculeeLe)}</p>
      </>
    )
  const choisi = dessinPossible(resultat, dessin) ?? proposerDessin(resultat)
  return choisi === null ? (
    <>
      <Petite titre={titre} resultat={resultat} />
      <p class="meta">{date(calculeeLe)}</p>
    </>
  ) : (
    await DessinRequete({
      resultat: choisi.sorte === 'BARRES' ? { ...resultat, lignes: resultat.lignes.slice(0, BARRES) } : resultat,
      dessin: choisi,
      largeur: LARGEUR,
      source: date(calculeeLe),
    })
  )
}

const Tuile = async ({ contexte, tuile }: { readonly contexte: Contexte; readonly tuile: TuileVue }) => (
  <li>
    <h3>
      <a href={lien(contexte, `/requetes/${tuile.requete}`)}>{tuile.titre}</a>
    </h3>
    {tuile.refus === null ? (
      await Corps(tuile)
    ) : (
      <p>{fr(`${tuile.refus} La requête est à corriger, ou à détacher.`)}</p>
    )}
  </li>
)

/** The queries pinned to the dashboard, as they were computed: nothing where none is. */
export const Tuiles = async ({
  contexte,
  tuiles,
}: {
  readonly contexte: Contexte
  readonly tuiles: readonly TuileVue[]
}) =>
  tuiles.length === 0 ? null : (
    <Section
      id="tuiles"
      titre="Requêtes épinglées"
      precision={<a href={lien(contexte, '/requetes')}>Toutes les requêtes</a>}
    >
      <ul class="tuiles">{await Promise.all(tuiles.map((tuile) => Tuile({ contexte, tuile })))}</ul>
    </Section>
  )
