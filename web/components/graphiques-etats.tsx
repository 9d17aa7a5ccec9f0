import { formatMois, formatNombre } from '../../ingest/socle/francais/format.ts'
import { capitale, compte } from '../../ingest/socle/francais/phrase.ts'
import { openAtelier } from '../charts/atelier.ts'
import { drawBarresEtats } from '../charts/barres-etats.ts'
import { drawEmpilement } from '../charts/empilement.ts'
import { niveauJuge } from '../modeles/alertes.ts'
import { bilanEtats } from '../modeles/bilan-etats.ts'
import { countParIndicateur, countParMois, titreAlertes, titreIndicateurs } from '../modeles/bilan-mois.ts'
import { cibleEtats, cibleIndicateur } from '../modeles/cibles.ts'
import type { TableauDeBordProps } from '../modeles/tableau-de-bord.ts'
import { sourceDe } from '../source.ts'
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
  lignes,
}: TableauDeBordProps) => {
  const atelier = await openAtelier()
  const juge = niveauJuge(lignes)
  const nom = juge === 'GUICHET' ? 'guichet' : 'service'
  const { juges } = bilanEtats(lignes.filter(({ niveau }) => niveau === juge))
  const mois = historique.mois.slice(-13)
  const [premier, dernier] = [mois[0], mois.at(-1)]
  const parMois = countParMois(mois, etats, indicateurs, moisAvecEtats, juge)
  const parIndicateur = dernier ? countParIndicateur(dernier, etats, indicateurs, juge) : []
  const titre = titreAlertes(parMois)
  const titreBarres = titreIndicateurs(parIndicateur)
  const source = sourceDe(contexte.instantane)
  const periode = premier && dernier ? `${formatMois(premier)} à ${formatMois(dernier)}` : ''
  return (
    <div class="grid sec">
      <div class="g7">
        <CadreGraphique
          titre={titre}
          sousTitre={`Nombre de couples ${nom}-indicateur par état, ${compte(juges, `${nom} jugé`, `${nom}s jugés`)}, ${periode}`}
          dessin={drawEmpilement(
            atelier,
            parMois.map((m) => ({ ...m, ...(m.alertes === null ? {} : { cible: cibleEtats(contexte, m) }) })),
            `${titre}. Alertes par mois.`,
            709,
          )}
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
            sousTitre={`${capitale(nom)}s en alerte et à surveiller${parIndicateur.length > PREMIERS ? ', dix premiers indicateurs' : ' par indicateur'}, ${dernier ? formatMois(dernier) : ''}`}
            dessin={drawBarresEtats(
              atelier,
              parIndicateur.slice(0, PREMIERS).map((i) => ({ ...i, cible: cibleIndicateur(contexte, i) })),
              titreBarres,
              499,
            )}
            source={source}
            jumeau={{
              legende: `${capitale(nom)}s signalés par indicateur`,
              entetes: ['Indicateur', 'Alertes', 'À surveiller'],
              tri: { contexte, table: 'signales' },
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
