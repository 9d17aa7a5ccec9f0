import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { type Contexte, peutOuvrir } from '../../contexte.ts'
import { FAMILLES, type Famille, type FicheIndicateur } from '../../fiche-indicateur.ts'
import { lienIndicateur } from '../../liens.ts'
import { Faits, Section } from '../blocs.tsx'
import { faitsDe } from '../definition.tsx'

interface Props {
  readonly contexte: Contexte
  readonly fiches: readonly FicheIndicateur[]
}

const Fiche = ({ contexte, fiche }: { readonly contexte: Contexte; readonly fiche: FicheIndicateur }) => (
  <article class="fiche-methode" id={fiche.code} aria-labelledby={`h-${fiche.code}`}>
    <h3 id={`h-${fiche.code}`}>
      {peutOuvrir(contexte, '/indicateurs/:code') ? (
        <a href={lienIndicateur(contexte, fiche.code)}>{fiche.libelle}</a>
      ) : (
        fiche.libelle
      )}
      {fiche.principal ? <span class="tag">principal</span> : null}
    </h3>
    <p>{fr(fiche.definition)}</p>
    <Faits faits={faitsDe(fiche)} />
  </article>
)

/** Every indicator from its declaration, by family. */
export const LesIndicateurs = ({ contexte, fiches }: Props) => (
  <>
    {(Object.keys(FAMILLES) as Famille[]).map((famille) => (
      <Section id={`famille-${famille}`} titre={`Indicateurs\u00a0: ${FAMILLES[famille].toLocaleLowerCase('fr')}`}>
        <div class="fiches-methode">
          {fiches
            .filter((fiche) => fiche.famille === famille)
            .map((fiche) => (
              <Fiche contexte={contexte} fiche={fiche} />
            ))}
        </div>
      </Section>
    ))}
  </>
)
