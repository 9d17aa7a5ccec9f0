import { raw } from 'hono/html'
import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import { echapper } from '../../echapper.ts'
import { colonnesDuResultat, estNombre, formatCelluleResultat } from '../../modeles/requetes.ts'
import { trierIci } from '../../modeles/tri.ts'
import type { ColonneResultat, LigneResultat, ResultatRequete } from '../../requetes.ts'
import { Defilement, Panneau } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { SuiteDePages } from '../suite-pages.tsx'

export const LIGNES_PAR_PAGE = 200

/** Rows are written as text: there may be hundreds. */
const rangee = (ligne: LigneResultat, colonnes: readonly ColonneResultat[]): string =>
  `<tr>${colonnes
    .map((colonne, i) => {
      const texte = echapper(formatCelluleResultat(ligne[i] ?? null, colonne.type))
      return `<td${estNombre(colonne) ? ' class="num"' : ''}>${texte}</td>`
    })
    .join('')}</tr>`

const bilan = ({ lignes, coupe }: ResultatRequete): string =>
  coupe ? `les ${formatNombre(lignes.length)} premières lignes : il y en a d’autres` : compte(lignes.length, 'ligne')

/** The rows of a query, typed, sorted as the address asks, page by page. */
export const TableResultat = ({
  contexte,
  resultat,
  classe,
}: {
  readonly contexte: Contexte
  readonly resultat: ResultatRequete
  readonly classe: string
}) => {
  const colonnes = colonnesDuResultat(resultat.colonnes)
  const page = Math.max(1, Math.trunc(Number(contexte.requete.page)) || 1)
  const triees = trierIci(contexte, resultat.lignes, colonnes)
  const debut = (page - 1) * LIGNES_PAR_PAGE
  return (
    <Panneau id="resultat" titre="Résultat" precision={fr(bilan(resultat))} classe={classe}>
      {resultat.lignes.length === 0 ? (
        <p>{fr('Aucune ligne ne répond à la requête. Élargir la condition, ou choisir un autre mois.')}</p>
      ) : (
        <Defilement nom="Résultat de la requête">
          <table class="data tight">
            <Entetes contexte={contexte} colonnes={colonnes} section="resultat" />
            <tbody>
              {raw(
                triees
                  .slice(debut, debut + LIGNES_PAR_PAGE)
                  .map((ligne) => rangee(ligne, resultat.colonnes))
                  .join(''),
              )}
            </tbody>
          </table>
        </Defilement>
      )}
      <SuiteDePages
        contexte={contexte}
        nom="Pages du résultat"
        page={page}
        parPage={LIGNES_PAR_PAGE}
        total={resultat.lignes.length}
        avant="Lignes précédentes"
        apres="Lignes suivantes"
        section="resultat"
      />
    </Panneau>
  )
}
