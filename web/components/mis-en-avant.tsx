import type { Contexte } from '../contexte.ts'
import { lienIci } from '../liens.ts'
import { type Compare, dessinables } from '../modeles/comparaison.ts'

interface MisEnAvantProps {
  readonly contexte: Contexte
  readonly compares: readonly Compare[]
  readonly choisi: Compare | null
}

/** The guichet that every drawing of the page, and its table, put forward: the address keeps it. */
export const MisEnAvant = ({ contexte, compares, choisi }: MisEnAvantProps) => {
  const offerts = dessinables(compares).toSorted((a, b) => a.ligne.libelle.localeCompare(b.ligne.libelle, 'fr'))
  if (offerts.length < 2) return null
  const nom = offerts[0]?.ligne.niveau === 'SERVICE' ? 'Service mis en avant' : 'Guichet mis en avant'
  const gardes = { ...contexte.requete, territoire: contexte.territoire, mois: contexte.mois }
  return (
    <form class="filters" method="get" action={contexte.chemin} aria-label={nom}>
      {Object.entries(gardes).map(([cle, valeur]) =>
        valeur && cle !== 'guichet' ? <input type="hidden" name={cle} value={valeur} /> : null,
      )}
      <div class="field">
        <label for="avant">{nom}</label>
        <select id="avant" name="guichet">
          <option value="">Aucun</option>
          {offerts.map(({ ligne }) => (
            <option value={ligne.entite} selected={ligne.entite === choisi?.ligne.entite}>
              {ligne.libelle}
            </option>
          ))}
        </select>
      </div>
      <div class="end">
        <button class="btn" type="submit">
          Afficher
        </button>
        {choisi ? (
          <a class="btn quiet" href={lienIci(contexte, { guichet: null })}>
            Ne plus mettre en avant
          </a>
        ) : null}
      </div>
    </form>
  )
}
