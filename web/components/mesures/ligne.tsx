import {
  formatIntervalle,
  formatJour,
  formatMois,
  formatMoisCourt,
  formatRepere,
  formatValeur,
} from '../../../ingest/socle/francais/format.ts'
import { capitale } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Atelier } from '../../charts/dessin.ts'
import { drawSuiviMesure } from '../../charts/suivi-mesure.ts'
import { type Contexte, peutOuvrir } from '../../contexte.ts'
import { MOTS_ETATS } from '../../etats.ts'
import { lienGuichet, lienIndicateur } from '../../liens.ts'
import type { LigneMesureVue } from '../../mesure-vue.ts'
import type { PointMesure } from '../../mesures.ts'
import { direMouvement, effectifDe, moisDeLigne, type Repere, titreMouvement } from '../../modeles/mesures.ts'
import { sourceDe } from '../../source.ts'
import { Faits, Panneau } from '../blocs.tsx'
import { CadreGraphique } from '../cadre-graphique.tsx'
import { Pastille } from '../etat.tsx'

interface Props {
  readonly contexte: Contexte
  readonly ligne: LigneMesureVue
  readonly reperes: readonly Repere[]
  readonly atelier: Atelier
}

const etatDe = ({ statut }: PointMesure): string => (statut === null ? 'non calculé' : MOTS_ETATS[statut])

const jumeauDe = ({ ligne }: Props) => ({
  legende: `${ligne.fiche.libelle}, ${ligne.libelle}`,
  entetes: ['Mois', 'Valeur', 'Effectif', 'Intervalle à 95\u00a0%', 'État'],
  lignes: moisDeLigne(ligne)
    .toReversed()
    .map(({ mois, point }) => [
      formatMoisCourt(mois),
      ...(point === null
        ? ['–', '–', '–', 'sans chiffres']
        : [
            formatValeur(ligne.fiche.unite, point.valeur),
            `${effectifDe(point)}${point.surDouzeMois ? ', sur 12\u00a0mois' : ''}`,
            formatIntervalle(ligne.fiche.unite, point.ic_bas, point.ic_haut),
            etatDe(point),
          ]),
    ]),
})

/** The first eight and last four characters of a digest tell it from another; the whole is in its title and its export. */
const Empreinte = ({ empreinte }: { readonly empreinte: string }) => (
  <code title={empreinte}>{`${empreinte.slice(0, 8)}…${empreinte.slice(-4)}`}</code>
)

const Preuve = ({ contexte, ligne }: Props) => {
  const { preuve, fiche, entite, niveau, libelle } = ligne
  const effectif = effectifDe(preuve)
  const nom =
    niveau === 'GUICHET' && entite !== null && peutOuvrir(contexte, '/guichets/:code') ? (
      <a href={lienGuichet(contexte, entite)}>{libelle}</a>
    ) : (
      libelle
    )
  return (
    <Panneau classe="g4" id={`preuve-${ligne.id}`} titre="Preuve figée" precision={`le ${formatJour(preuve.figeeLe)}`}>
      <Faits
        faits={[
          { terme: niveau === 'GUICHET' ? 'Guichet' : 'Service', valeur: nom },
          {
            terme: 'Valeur',
            valeur: (
              <>
                <b>{formatValeur(fiche.unite, preuve.valeur)}</b>
                {effectif === '' ? '' : `, ${effectif}`}
              </>
            ),
          },
          {
            terme: 'Période',
            valeur: `${preuve.surDouzeMois ? 'douze mois jusqu’à ' : ''}${formatMois(preuve.mois)}`,
          },
          { terme: 'Intervalle', valeur: formatIntervalle(fiche.unite, preuve.ic_bas, preuve.ic_haut) },
          { terme: 'Seuil', valeur: preuve.seuil === null ? 'sans seuil' : formatRepere(fiche.unite, preuve.seuil) },
          { terme: 'État', valeur: preuve.statut === null ? 'non calculé' : <Pastille statut={preuve.statut} /> },
          {
            terme: 'Instantané',
            valeur: (
              <>
                {`${formatJour(preuve.instantane)}, empreinte `}
                <Empreinte empreinte={preuve.empreinte} />
              </>
            ),
          },
        ]}
      />
    </Panneau>
  )
}

/** One line of a measure: thirteen months and what followed, beside what was frozen. */
export const LigneMesure = (props: Props) => {
  const { contexte, ligne, reperes, atelier } = props
  const { fiche } = ligne
  const mouvement = fr(capitale(direMouvement(ligne)))
  const seuil = ligne.preuve.seuil === null ? '' : `, seuil ${formatRepere(fiche.unite, ligne.preuve.seuil)}`
  const alt = `${fiche.libelle}, ${ligne.libelle}\u00a0: ${mouvement}`
  return (
    <div class="grid">
      <div class="g8">
        <CadreGraphique
          titre={titreMouvement(ligne)}
          sousTitre={fr(`Mois par mois, intervalle à 95 %${seuil} ; la preuve figée est cerclée`)}
          dessin={drawSuiviMesure(atelier, { ligne, reperes, alt, largeur: 760 })}
          source={sourceDe(ligne.depuis.at(-1)?.instantane ?? ligne.preuve.instantane)}
          jumeau={jumeauDe(props)}
          exports={
            peutOuvrir(contexte, '/indicateurs/:code')
              ? [{ libelle: 'L’indicateur', href: lienIndicateur(contexte, fiche.code) }]
              : []
          }
        />
      </div>
      <Preuve {...props} />
    </div>
  )
}
