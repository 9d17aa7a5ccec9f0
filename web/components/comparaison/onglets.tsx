import { nomsCategorie } from '../../categories.ts'
import { lienIci } from '../../liens.ts'
import { categoriesDessinables, dessinables } from '../../modeles/comparaison.ts'
import type { ComparaisonProps } from './commun.ts'

/** What else can be compared: the month or twelve, one category or another. */
export const Onglets = ({ contexte, compares, categorie, surDouzeMois }: ComparaisonProps) => {
  const codes = categoriesDessinables(compares)
  return (
    <>
      <nav class="seg" aria-label="Période comparée">
        <a href={lienIci(contexte, { sur: '1' })} aria-current={surDouzeMois ? undefined : 'true'}>
          Le mois
        </a>
        <a href={lienIci(contexte, { sur: '12' })} aria-current={surDouzeMois ? 'true' : undefined}>
          Douze mois
        </a>
      </nav>
      {codes.length < 2 ? null : (
        <nav class="tabs" aria-label="Catégorie comparée">
          {codes.map((code) => (
            <a href={lienIci(contexte, { categorie: code })} aria-current={code === categorie ? 'true' : undefined}>
              {`${nomsCategorie(code)} (${dessinables(compares).filter((c) => c.categorie === code).length})`}
            </a>
          ))}
        </nav>
      )}
    </>
  )
}
