import { formatJour } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { TABLEAUX } from '../../metrics/tableaux/registry.ts'
import { openAtelier } from '../charts/atelier.ts'
import { Page } from '../components/page.tsx'
import { FicheDuTableau } from '../components/tableaux/fiche.tsx'
import { FiltresDuTableau } from '../components/tableaux/filtres.tsx'
import { GraphiqueDuTableau } from '../components/tableaux/graphique.tsx'
import { NonClassees } from '../components/tableaux/non-classees.tsx'
import { TableDuTableau } from '../components/tableaux/table.tsx'
import { Tete } from '../components/tete.tsx'
import { type Contexte, type LienExport, peutOuvrir } from '../contexte.ts'
import { lien } from '../liens.ts'
import { FAMILLES, phraseDuTableau, type TableauLu } from '../modeles/tableaux.ts'

export interface TableauStandardProps {
  readonly contexte: Contexte
  readonly lu: TableauLu
  readonly exports: readonly LienExport[]
}

/** Columns past which figures stand under their drawing rather than beside it. */
const COLONNES_A_COTE = 4

/** The tables of the same family. */
const Voisins = ({ contexte, lu: { declare } }: Pick<TableauStandardProps, 'contexte' | 'lu'>) => (
  <nav class="tabs" aria-label={fr(`Tableaux : ${FAMILLES[declare.famille]}`)}>
    {TABLEAUX.filter(({ famille }) => famille === declare.famille).map(({ code, titre }) => (
      <a
        href={lien(contexte, `/tableaux/${code}`)}
        title={titre}
        aria-current={code === declare.code ? 'page' : undefined}
      >
        {code}
      </a>
    ))}
  </nav>
)

/** One standard table: its sentence, its drawing, its figures, its sheet. */
export const PageTableauStandard = async ({ contexte, lu, exports }: TableauStandardProps) => {
  const { declare, reponse } = lu
  const { instantane, instantane_precedent: precedent, motif } = reponse
  const quand =
    precedent === null ? `au ${formatJour(instantane)}` : `du ${formatJour(precedent)} au ${formatJour(instantane)}`
  const dessin = motif === undefined ? GraphiqueDuTableau({ atelier: await openAtelier(), lu }) : null
  const chiffres = motif === undefined ? <TableDuTableau contexte={contexte} lu={lu} /> : null
  const large = lu.champs.length > COLONNES_A_COTE
  return (
    <Page contexte={contexte} titre={declare.code} fil={[{ libelle: 'Tableaux', chemin: '/tableaux' }]}>
      <Tete titre={declare.titre} identite={`${declare.code} · ${declare.champ} · ${quand}`} exports={exports}>
        {phraseDuTableau(lu)}
      </Tete>
      {motif === 'SEUIL_ABSENT' && peutOuvrir(contexte, '/parametres') ? (
        <p>
          <a href={lien(contexte, '/parametres#saisir-seuils')}>Saisir les seuils de l’arrêté dans Paramètres</a>
        </p>
      ) : null}
      <Voisins contexte={contexte} lu={lu} />
      <FiltresDuTableau contexte={contexte} lu={lu} />
      <div class="grid sec">
        {dessin === null ? null : <div class="g7">{dessin}</div>}
        {large ? <div class="g12">{chiffres}</div> : null}
        <div class={dessin === null || large ? 'g12' : 'g5'}>
          {large ? null : chiffres}
          {reponse.non_classees === undefined ? null : (
            <NonClassees contexte={contexte} non_classees={reponse.non_classees} />
          )}
          <FicheDuTableau lu={lu} />
        </div>
      </div>
    </Page>
  )
}
