import { fr } from '../../ingest/socle/francais/typographie.ts'
import { TABLEAUX } from '../../metrics/tableaux/registry.ts'
import type { Famille } from '../../metrics/tableaux/tableau.ts'
import { Section } from '../components/blocs.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'
import { FAMILLES } from '../modeles/tableaux.ts'

export interface TableauxStandardsProps {
  readonly contexte: Contexte
  /** Why tables are not measurable in the month shown, by code. */
  readonly motifs: Readonly<Record<string, string>>
}

const ORDRE = Object.keys(FAMILLES) as readonly Famille[]

/** Every standard table, by family, with what it counts. */
export const TableauxStandards = ({ contexte, motifs }: TableauxStandardsProps) => (
  <Page contexte={contexte} titre="Tableaux">
    <Tete titre="Tableaux standards">
      {fr(
        'Les tableaux de l’infocentre national, comptés à chaque instantané : le stock et ses mouvements, les séries, les ménages en attente, les attributions.',
      )}
    </Tete>
    {ORDRE.map((famille) => (
      <Section id={famille.toLowerCase()} titre={FAMILLES[famille]}>
        <ul class="liste-tableaux">
          {TABLEAUX.filter((tableau) => tableau.famille === famille).map(({ code, titre, champ }) => (
            <li>
              <a href={lien(contexte, `/tableaux/${code}`)}>{titre}</a>
              <span class="meta sub">
                {`${code} · ${champ}${motifs[code] === undefined ? '' : ' · non mesurable ce mois-ci'}`}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    ))}
  </Page>
)
