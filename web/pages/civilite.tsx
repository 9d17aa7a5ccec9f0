import { deMois, formatMois, nomMois } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import type { Refus } from '../chargement.ts'
import { Section } from '../components/blocs.tsx'
import { TableMouvements } from '../components/civilite/table-mouvements.tsx'
import { lienControle } from '../components/controles/mois.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import type { FaitDuPoint } from '../controles.ts'
import type { MouvementVu } from '../echantillon-vue.ts'
import { lien } from '../liens.ts'

export interface CiviliteProps {
  readonly contexte: Contexte
  readonly mois: Mois
  /** The month's, and those of the months before that still wait for a piece. */
  readonly mouvements: readonly MouvementVu[]
  /** What the monthly control knows of them. */
  readonly constat: FaitDuPoint
  readonly peutVerifier: boolean
  readonly exports: readonly LienExport[]
  readonly refus?: Refus
  readonly fait?: string
}

/** The movements of civility of a month, to be verified against a piece, one by one. */
export const Civilite = ({
  contexte,
  mois,
  mouvements,
  constat,
  peutVerifier,
  exports,
  refus,
  fait,
}: CiviliteProps) => {
  const titre = `Mouvements de civilité ${deMois(formatMois(mois))}`
  const duMois = mouvements.filter((un) => un.mois === mois)
  const avant = mouvements.filter((un) => un.mois !== mois)
  const action = peutVerifier ? lien({ ...contexte, mois }, `/controles/${mois}/civilite`) : null
  return (
    <Page
      contexte={contexte}
      titre={titre}
      fil={[
        { libelle: 'Contrôle mensuel', chemin: '/controles' },
        { libelle: `Contrôle ${deMois(nomMois(mois))}`, chemin: `/controles/${mois}` },
      ]}
      periode={false}
      du={{ mois, instantane: contexte.instantane }}
    >
      <Tete titre={titre} identite="Point 10 du contrôle mensuel" exports={mouvements.length === 0 ? [] : exports}>
        {fr(
          `${constat.nombre}${constat.phrase} Un nom de naissance ou un prénom a changé depuis l’instantané d’avant : une pièce doit le justifier, une autre personne relève d’une autre demande.`,
        )}
      </Tete>
      {refus ? <MessageRefus refus={refus} /> : null}
      {fait ? <MessageFait>{fait}</MessageFait> : null}
      <p class="suite-p">
        <a class="btn" href={lienControle(contexte, `${mois}#p10`)}>
          Revenir au contrôle
        </a>
      </p>
      <Section id="mois" titre={`En ${formatMois(mois)}`} precision="Le nom lui-même se lit dans le système national">
        {duMois.length === 0 ? (
          <p class="empty">Aucun mouvement n’a été relevé ce mois-ci.</p>
        ) : (
          <TableMouvements contexte={contexte} mouvements={duMois} table="mois" action={action} />
        )}
      </Section>
      {avant.length === 0 ? null : (
        <Section
          id="avant"
          titre="Des mois d’avant, sans pièce vue"
          precision="Suivis de mois en mois jusqu’à ce qu’une pièce soit vue"
        >
          <TableMouvements contexte={contexte} mouvements={avant} table="avant" action={action} />
        </Section>
      )}
    </Page>
  )
}
