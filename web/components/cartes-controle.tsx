import { raw } from 'hono/html'
import {
  formatGraduation,
  formatIntervalle,
  formatMois,
  formatNombre,
  formatRepere,
  formatValeur,
} from '../../ingest/socle/francais/format.ts'
import { capitale, dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { moisDe } from '../../ingest/socle/jour.ts'
import type { LigneAffichee } from '../affichee.ts'
import { drawControle } from '../charts/controle.ts'
import { controleMini } from '../charts/controle-mini.ts'
import type { Atelier } from '../charts/dessin.ts'
import type { Note } from '../charts/phases.ts'
import type { Contexte } from '../contexte.ts'
import { MOTS_ETATS } from '../etats.ts'
import { type FicheIndicateur, seuilEn } from '../fiche-indicateur.ts'
import type { SerieIndicateur } from '../historique.ts'
import { lienIci, lienIndicateur } from '../liens.ts'
import { cibleMois } from '../modeles/cibles.ts'
import { direSansLimites, motSignal, titreControle } from '../modeles/lecture-controle.ts'
import { sourceDe } from '../source.ts'
import { CadreGraphique } from './cadre-graphique.tsx'
import { DeuxMarques } from './deux-marques.tsx'
import { Forme } from './etat.tsx'

export interface CarteProps {
  readonly contexte: Contexte
  readonly fiche: FicheIndicateur
  readonly ligne: LigneAffichee
  readonly points: SerieIndicateur['points']
  /** What was noted at a date, where it stands among the months. */
  readonly notes: readonly Note[]
}

const effectif = ({ numerateur, denominateur }: LigneAffichee): string =>
  numerateur === null
    ? `${formatNombre(denominateur)} actes`
    : `${formatNombre(numerateur)} sur ${formatNombre(denominateur)}`

/** What the figure beside the chart is about: « Octobre 2026 », or the year that made its state. */
const quand = ({ fin, surDouzeMois }: LigneAffichee): string => {
  const mois = formatMois(moisDe(fin))
  return surDouzeMois ? `Douze mois jusqu’à ${mois}` : capitale(mois)
}

/** « A : formation des agents, limites recalculées. » */
const direNotes = (notes: readonly Note[], limites: boolean): string =>
  notes
    .map(({ lettre, texte, rupture }) =>
      fr(
        ` ${lettre} : ${texte}${rupture === null || !limites ? '' : ', limites recalculées et figées sur les douze mois qui suivent'}.`,
      ),
    )
    .join('')

const altDe = ({ fiche, ligne, points }: CarteProps, seuil: number | null): string =>
  fr(
    `${fiche.libelle}, carte de contrôle sur ${points.length} mois. ${quand(ligne)} : ${formatValeur(fiche.unite, ligne.valeur)}${seuil === null ? '' : `, seuil ${formatRepere(fiche.unite, seuil)}`}.`,
  )

/** An indicator in alert, or one that was asked for: the whole chart, its limits, its table. */
export const CarteControle = ({ atelier, ...p }: CarteProps & { readonly atelier: Atelier }) => {
  const { contexte, fiche, ligne, points, notes } = p
  const { unite } = fiche
  const seuil = seuilEn(fiche, ligne.fin)
  const valeur = (v: number): string => formatValeur(unite, v)
  const ic =
    ligne.ic_bas === null ? '' : `, intervalle à 95 % de ${formatIntervalle(unite, ligne.ic_bas, ligne.ic_haut)}`
  const sansLimites = direSansLimites(fiche, points)
  const provisoire = sansLimites === null && points.some((point) => point.provisoire && point.moyenne !== null)
  return (
    <CadreGraphique
      titre={titreControle(fiche, ligne, points, seuil)}
      sousTitre={fr(`${fiche.libelle}, ${points.length} mois. ${quand(ligne)} : ${effectif(ligne)}${ic}`)}
      dessin={drawControle(atelier, {
        points: points.map((point) => ({ ...point, cible: cibleMois(contexte, fiche, point) })),
        notes,
        seuil,
        format: valeur,
        tick: (v) => formatGraduation(unite, v),
        alt: altDe(p, seuil),
        largeur: 604,
      })}
      cles={[
        { trait: 'seuil', texte: 'seuil' },
        { trait: 'moyenne', texte: 'moyenne' },
        { trait: 'limite95', texte: 'limites de contrôle' },
      ]}
      legende={<DeuxMarques points={points} seuil={seuil} />}
      note={
        sansLimites
          ? `${capitale(sansLimites)}.${direNotes(notes, false)}`
          : `${provisoire ? 'Moins de douze mois\u00a0: limites provisoires. ' : ''}${fr('Carré : hors limites. Cercle vide : suite anormale de mois. Ces signaux n’entraînent pas d’alerte.')}${direNotes(notes, true)}`
      }
      source={sourceDe(contexte.instantane)}
      jumeau={{
        legende: `${fiche.libelle} par mois`,
        entetes: ['Mois', 'Valeur', 'Effectif', 'Limites', 'Signal'],
        lignes: points
          .toReversed()
          .map((point) => [
            formatMois(point.mois),
            formatValeur(unite, point.valeur),
            formatNombre(point.n),
            formatIntervalle(unite, point.limite_basse, point.limite_haute),
            motSignal(point.signal),
          ]),
      }}
    />
  )
}

/** The other indicators: 25 months, mean, limits and threshold, in small. */
export const CarteMini = (p: CarteProps) => {
  const { contexte, fiche, ligne, points, notes } = p
  const seuil = seuilEn(fiche, ligne.fin)
  const statut = ligne.statut_affiche
  const mots = [
    ...(statut ? [dansPhrase(MOTS_ETATS[statut])] : []),
    seuil === null ? 'sans seuil' : `seuil ${formatRepere(fiche.unite, seuil)}`,
    ...(ligne.surDouzeMois ? ['sur 12\u00a0mois'] : []),
    ...[direSansLimites(fiche, points) ?? []].flat(),
  ]
  return (
    <div class="mini">
      <h3>
        <a href={lienIndicateur(contexte, fiche.code)}>{fiche.libelle}</a>
      </h3>
      <p>
        {statut ? <Forme statut={statut} /> : null}
        <span>
          <b>{formatValeur(fiche.unite, ligne.valeur)}</b>
          {` · ${mots.join(' · ')}`}
        </span>
      </p>
      {raw(
        controleMini({
          points: points.map((point) => ({ ...point, cible: cibleMois(contexte, fiche, point) })),
          notes,
          seuil,
          tick: (v) => formatGraduation(fiche.unite, v),
          alt: altDe(p, seuil),
        }),
      )}
      <DeuxMarques points={points} seuil={seuil} />
      <p class="acts">
        <a
          href={lienIci(contexte, { carte: fiche.code }, 'evolution')}
          aria-label={fr(`Agrandir : ${fiche.libelle}, avec son tableau et ses exports`)}
        >
          Agrandir
        </a>
      </p>
    </div>
  )
}
