import { drawBarresEtats } from '../charts/barres-etats.ts'
import { openAtelier } from '../charts/dessin.ts'
import { drawEmpilement } from '../charts/empilement.ts'
import { formatJour, formatMois, formatNombre } from '../format.ts'
import { countParIndicateur, countParMois, titreAlertes, titreIndicateurs } from '../modeles/bilan-mois.ts'
import type { TableauDeBordProps } from '../pages/tableau-de-bord.tsx'
import { compte } from '../phrase.ts'
import { fr } from '../typographie.ts'
import { CadreGraphique } from './cadre-graphique.tsx'

/** Indicators drawn; the table beneath has them all. */
const PREMIERS = 10

const tiret = (n: number | null): string => formatNombre(n)

/** Alerts month by month, and where they are. */
export const GraphiquesEtats = async ({
  contexte,
  indicateurs,
  etats,
  moisAvecEtats,
  historique,
  guichets,
}: TableauDeBordProps) => {
  const atelier = await openAtelier()
  const mois = historique.mois.slice(-13)
  const [premier, dernier] = [mois[0], mois.at(-1)]
  const parMois = countParMois(mois, etats, indicateurs, moisAvecEtats)
  const parIndicateur = dernier ? countParIndicateur(dernier, etats, indicateurs) : []
  const titre = titreAlertes(parMois)
  const titreBarres = titreIndicateurs(parIndicateur)
  const source = contexte.instantane ? fr(`Source : instantané du ${formatJour(contexte.instantane)}`) : ''
  const periode = premier && dernier ? `${formatMois(premier)} à ${formatMois(dernier)}` : ''
  return (
    <div class="grid sec">
      <div class="g7">
        <CadreGraphique
          titre={titre}
          sousTitre={`Nombre de couples guichet-indicateur par état, ${compte(guichets.length, 'guichet')}, ${periode}`}
          dessin={drawEmpilement(atelier, parMois, `${titre}. Alertes par mois.`, 709)}
          source={source}
          jumeau={{
            legende: 'Alertes et points à surveiller par mois',
            entetes: ['Mois', 'Alertes', 'À surveiller'],
            lignes: parMois
              .toReversed()
              .map(({ mois, alertes, surveillances }) => [
                formatMois(mois),
                tiret(alertes),
                tiret(alertes === null ? null : surveillances),
              ]),
          }}
        />
      </div>
      {parIndicateur.length > 0 ? (
        <div class="g5">
          <CadreGraphique
            titre={titreBarres}
            sousTitre={`Guichets en alerte et à surveiller${parIndicateur.length > PREMIERS ? ', dix premiers indicateurs' : ' par indicateur'}, ${dernier ? formatMois(dernier) : ''}`}
            dessin={drawBarresEtats(atelier, parIndicateur.slice(0, PREMIERS), titreBarres, 499)}
            source={source}
            jumeau={{
              legende: 'Guichets signalés par indicateur',
              entetes: ['Indicateur', 'Alertes', 'À surveiller'],
              lignes: parIndicateur.map(({ nom, alertes, surveillances }) => [
                nom,
                tiret(alertes),
                tiret(surveillances),
              ]),
            }}
          />
        </div>
      ) : null}
    </div>
  )
}
