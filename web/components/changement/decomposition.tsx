import { deMois, formatMois, formatNombre, formatPart, formatValeur } from '../../../ingest/socle/francais/format.ts'
import { capitale } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Mois } from '../../../ingest/socle/jour.ts'
import type { Contribution, Decomposition } from '../../../metrics/changement/decomposer.ts'
import { drawCascadeTaux } from '../../charts/cascade-taux.ts'
import type { Atelier } from '../../charts/dessin.ts'
import type { Contexte } from '../../contexte.ts'
import type { FicheIndicateur } from '../../fiche-indicateur.ts'
import { direContributions, direPoints, marchesDe, type Nommer } from '../../modeles/changement.ts'
import { sourceDe } from '../../source.ts'
import { Panneau, Section } from '../blocs.tsx'
import { CadreGraphique } from '../cadre-graphique.tsx'
import { ParCategorie } from './par-categorie.tsx'

/** The change of a figure of the territory: who makes it, or the two values where nobody is told apart. */
export interface ChangementDuTerritoire {
  readonly fiche: FicheIndicateur
  readonly valeurs: readonly [avant: number | null, apres: number | null]
  readonly decomposition: Decomposition | null
  readonly nommer: Nommer
  /** The category of who makes it; null out of the register. */
  readonly categorieDe: (entite: string) => string | null
}

interface Props extends ChangementDuTerritoire {
  readonly contexte: Contexte
  readonly atelier: Atelier
  /** The indicators that may be chosen. */
  readonly choix: readonly FicheIndicateur[]
  readonly mois: readonly [avant: Mois, apres: Mois]
}

const Choisir = ({ contexte, choix, fiche }: Props) => (
  <form class="field" method="get" action={contexte.chemin} aria-label="Indicateur à expliquer">
    {Object.entries({ ...contexte.requete, territoire: contexte.territoire, mois: contexte.mois })
      .filter(([nom, valeur]) => nom !== 'indicateur' && valeur)
      .map(([nom, valeur]) => (
        <input type="hidden" name={nom} value={valeur ?? ''} />
      ))}
    <label for="ch-indicateur">Indicateur </label>
    <select id="ch-indicateur" name="indicateur">
      {choix.map(({ code, libelle }) => (
        <option value={code} selected={code === fiche.code}>
          {libelle}
        </option>
      ))}
    </select>{' '}
    <button class="btn" type="submit">
      Afficher
    </button>
  </form>
)

const dire = ({ numerateur, denominateur }: Contribution['avant']): string =>
  `${formatNombre(numerateur)} sur ${formatNombre(denominateur)}`

const Cascade = (p: Props & { readonly decomposition: Decomposition }) => {
  const { fiche, decomposition, nommer, contexte } = p
  const [avant, apres] = p.mois.map(formatMois) as [string, string]
  const marches = marchesDe(decomposition, nommer, [capitale(avant), capitale(apres)])
  const titre = `${formatPart(decomposition.avant, 2)} en ${avant}, ${formatPart(decomposition.apres, 2)} en ${apres}`
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={fr(
        `${fiche.libelle}, part du territoire ${deMois(avant)} à ${apres} ; contribution de chacun, en points`,
      )}
      dessin={drawCascadeTaux(p.atelier, marches, {
        alt: fr(
          `${fiche.libelle}, ${titre} : ${marches
            .slice(1, 4)
            .map(({ nom, valeur }) => `${nom} ${direPoints(valeur)}`)
            .join(', ')}.`,
        ),
        largeur: 760,
      })}
      note={fr('L’axe ne part pas de zéro : seules les longueurs des barres se comparent.')}
      source={sourceDe(contexte.instantane)}
      jumeau={{
        legende: `${fiche.libelle}, contributions au changement, en points`,
        entetes: ['Qui', 'Avant', 'Après', 'Effet du taux', 'Effet du poids', 'Contribution'],
        tri: { contexte, table: 'contributions' },
        lignes: decomposition.contributions.map((c) => [
          nommer(c.entite),
          dire(c.avant),
          dire(c.apres),
          direPoints(c.taux, 4),
          direPoints(c.poids, 4),
          direPoints(c.total, 4),
        ]),
        total: ['Territoire', '', '', '', '', direPoints(decomposition.apres - decomposition.avant, 4)],
      }}
    />
  )
}

/** Where the change of the territory comes from, for one indicator. */
export const DOuVientLeChangement = (p: Props) => {
  const { fiche, decomposition, valeurs, nommer } = p
  const [avant, apres] = p.mois.map(formatMois) as [string, string]
  const deux = `De ${formatValeur(fiche.unite, valeurs[0])} en ${avant} à ${formatValeur(fiche.unite, valeurs[1])} en ${apres}.`
  return (
    <Section id="territoire" titre="D’où vient le changement du territoire" precision={<Choisir {...p} />}>
      {decomposition === null ? (
        <p>{fr(`${fiche.libelle} : ${deux} Ce chiffre ne se partage pas entre les guichets.`)}</p>
      ) : (
        <div class="grid">
          <div class="g8">
            <Cascade {...p} decomposition={decomposition} />
          </div>
          <div class="g4">
            <Panneau id="phrase" titre="En une phrase">
              <div class="prose">
                <p>
                  <strong>{direContributions(decomposition, nommer)}</strong>
                </p>
                <p>{fr(deux)}</p>
                <p>
                  {fr(
                    'La contribution d’un guichet est ce que change son taux, plus ce que change son poids parmi les autres ; leur somme est exactement l’écart du territoire.',
                  )}
                </p>
              </div>
            </Panneau>
            <ParCategorie contexte={p.contexte} decomposition={decomposition} categorieDe={p.categorieDe} />
          </div>
        </div>
      )}
    </Section>
  )
}
