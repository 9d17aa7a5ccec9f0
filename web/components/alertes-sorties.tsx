import { nomMois } from '../../ingest/socle/francais/format.ts'
import { compte, dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { peutOuvrir } from '../contexte.ts'
import { lien, lienGuichet } from '../liens.ts'
import { listSorties } from '../modeles/alertes.ts'
import type { TableauDeBordProps } from '../modeles/tableau-de-bord.ts'
import { Panneau } from './blocs.tsx'
import { Forme } from './etat.tsx'

/** Alerts that have gone and are named; the page of what changed has them all. */
const NOMMEES = 5

/** The alerts of the month before that are alerts no more, and where all that changed is told. */
export const AlertesSorties = (props: TableauDeBordProps) => {
  const { contexte, lignes, indicateurs, etats, moisAvecEtats } = props
  const avant = moisAvecEtats.at(-2)
  if (avant === undefined || !peutOuvrir(contexte, '/changement')) return null
  const sorties = listSorties(lignes, indicateurs, etats, avant)
  return (
    <Panneau
      id="sorties"
      classe="sec"
      titre={
        sorties.length === 0
          ? `Aucune alerte sortie depuis ${nomMois(avant)}`
          : `${compte(sorties.length, 'alerte sortie', 'alertes sorties')} depuis ${nomMois(avant)}`
      }
      precision={<a href={lien(contexte, '/changement')}>{`Tout ce qui a changé depuis ${nomMois(avant)}`}</a>}
    >
      {sorties.length === 0 ? null : (
        <ul class="rows">
          {sorties.slice(0, NOMMEES).map(({ ligne, fiche }) => (
            <li>
              {ligne.statut_affiche === null ? <span /> : <Forme statut={ligne.statut_affiche} />}
              <span>
                {ligne.niveau === 'GUICHET' ? (
                  <a class="t" href={lienGuichet(contexte, ligne.entite)}>
                    {ligne.libelle}
                  </a>
                ) : (
                  <span class="t">{ligne.libelle}</span>
                )}
                {fr(`, ${dansPhrase(fiche.libelle)}`)}
              </span>
              <span class="w">sortie</span>
            </li>
          ))}
        </ul>
      )}
    </Panneau>
  )
}
