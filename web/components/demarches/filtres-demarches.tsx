import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import type { Contexte } from '../../contexte.ts'
import { type CodeSorte, LISTES_DEMARCHES, LISTES_DU_GUICHET, type ListeDemarches } from '../../demarches/mots.ts'
import { sortesVues } from '../../demarches/registre.ts'
import { lienIci } from '../../liens.ts'
import { FiltreParmi, FormulaireDeFiltres } from '../filtres.tsx'

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
  <FormulaireDeFiltres contexte={contexte} action="/demarches" nom="Choix des démarches" garde={{ liste }}>
    <FiltreParmi
      nom="sorte"
      libelle="Sorte"
      tous="Toutes"
      options={sortesVues(contexte.personne?.role ?? '').map(({ code, libelle }) => [code, libelle] as const)}
      valeur={sorte}
    />
    {services.length < 2 ? null : (
      <FiltreParmi nom="service" libelle="Service" tous="Tous" options={services} valeur={service} />
    )}
  </FormulaireDeFiltres>
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
