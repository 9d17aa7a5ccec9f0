import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import type { Contexte } from '../../contexte.ts'
import { type CodeSorte, LISTES_DEMARCHES, LISTES_DU_GUICHET, type ListeDemarches } from '../../demarches/mots.ts'
import { sortesVues } from '../../demarches/registre.ts'
import { lienIci } from '../../liens.ts'

export interface FiltresDemarchesProps {
  readonly contexte: Contexte
  readonly liste: ListeDemarches
  readonly comptes: Readonly<Record<ListeDemarches, number>>
  readonly sorte: CodeSorte | null
  readonly service: string | null
  /** Those that have sent some. */
  readonly services: readonly (readonly [code: string, libelle: string])[]
}

const ParSorteEtService = ({ contexte, liste, sorte, service, services }: FiltresDemarchesProps) => (
  <form class="filters" method="get" action="/demarches" aria-label="Choix des démarches">
    {Object.entries({ territoire: contexte.territoire, mois: contexte.mois, liste }).map(([nom, valeur]) =>
      valeur === null ? null : <input type="hidden" name={nom} value={valeur} />,
    )}
    <div class="field">
      <label for="f-sorte">Sorte</label>
      <select id="f-sorte" name="sorte">
        <option value="">Toutes</option>
        {sortesVues(contexte.personne?.role ?? '').map(({ code, libelle }) => (
          <option value={code} selected={code === sorte}>
            {libelle}
          </option>
        ))}
      </select>
    </div>
    {services.length < 2 ? null : (
      <div class="field">
        <label for="f-service">Service</label>
        <select id="f-service" name="service">
          <option value="">Tous</option>
          {services.map(([code, libelle]) => (
            <option value={code} selected={code === service}>
              {libelle}
            </option>
          ))}
        </select>
      </div>
    )}
    <div class="field">
      <button class="btn" type="submit">
        Appliquer
      </button>
    </div>
  </form>
)

/** By what they wait for, by kind, by service: each choice keeps the others, and starts from the first page. */
export const FiltresDemarches = (p: FiltresDemarchesProps) => {
  const noms = p.contexte.personne?.role === 'guichet' ? LISTES_DU_GUICHET : LISTES_DEMARCHES
  return (
    <>
      <nav class="tabs" aria-label="Démarches listées">
        {(Object.keys(LISTES_DEMARCHES) as ListeDemarches[]).map((code) => (
          <a
            href={lienIci(p.contexte, { liste: code, tri: null, page: null, dit: null })}
            aria-current={code === p.liste ? 'true' : undefined}
          >
            {`${noms[code]} (${formatNombre(p.comptes[code])})`}
          </a>
        ))}
      </nav>
      <ParSorteEtService {...p} />
    </>
  )
}
