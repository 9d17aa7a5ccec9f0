import { fr } from '../../ingest/socle/francais/typographie.ts'
import { direSemestre } from '../../ingest/socle/semestre.ts'
import type { Refus } from '../chargement.ts'
import { Section } from '../components/blocs.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { type ActeOffert, ActesDuRapport, type Recapitulatif } from '../components/rapports/actes.tsx'
import { Changements, type ChiffresDits } from '../components/rapports/changements.tsx'
import { type DiffusionDuRapport, DiffusionRapport } from '../components/rapports/diffusion.tsx'
import { Redaction } from '../components/rapports/redaction.tsx'
import { Versions } from '../components/rapports/versions.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { direEtat, direSignature } from '../modeles/rapports.ts'
import type { RapportVu, SectionVue } from '../rapport-vue.ts'
import { ACTES_RAPPORT, RAPPORTS } from '../rapports.ts'

export interface RapportProps {
  readonly contexte: Contexte
  readonly rapport: RapportVu
  readonly actes: readonly ActeOffert[]
  readonly recapitulatif: Recapitulatif | null
  /** What is typed of the draft; nothing where there is none to read. */
  readonly sections: readonly SectionVue[]
  readonly chiffres: { readonly ici: ChiffresDits; readonly avant: ChiffresDits } | null
  /** The draft, in every form. */
  readonly projet: readonly LienExport[]
  /** Null for who does not send it, and before it is published. */
  readonly diffusion: DiffusionDuRapport | null
  readonly saisie: Readonly<Record<string, string>>
  readonly fait?: string
  readonly refus?: Refus
}

const Remarques = ({ rapport: { actes } }: Pick<RapportProps, 'rapport'>) => {
  const dernier = actes.at(-1)
  return dernier?.acte !== 'RENVOYER' ? null : (
    <Section id="remarques" titre="Remarques de la relecture">
      <p class="ecrit">{fr(dernier.texte)}</p>
      <p class="d">{fr(direSignature(dernier))}</p>
    </Section>
  )
}

const Histoire = ({ rapport: { actes } }: Pick<RapportProps, 'rapport'>) =>
  actes.length === 0 ? null : (
    <Section id="histoire" titre="Histoire">
      <ol class="steps">
        {actes.toReversed().map((fait) => (
          <li>
            <strong>{fr(`${ACTES_RAPPORT[fait.acte]}, version ${fait.version}`)}</strong>
            <span class="d">{fr(direSignature(fait))}</span>
            {fait.texte === '' ? null : <p class="ecrit">{fr(fait.texte)}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )

/** A report of a semester: what is published, the draft with its texts, what may be done of it. */
export const PageRapport = (p: RapportProps) => {
  const { contexte, rapport, chiffres } = p
  const titre = `${RAPPORTS[rapport.pour].libelle}, ${direSemestre(rapport.semestre)}`
  return (
    <Page contexte={contexte} titre={titre} fil={[{ libelle: 'Rapports', chemin: '/rapports' }]} periode={false}>
      <Tete titre={titre} exports={p.projet}>
        {fr(direEtat(rapport))}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      <Remarques rapport={rapport} />
      <Versions contexte={contexte} publies={rapport.publies} />
      {p.diffusion === null ? null : <DiffusionRapport {...p} diffusion={p.diffusion} />}
      {p.sections.length === 0 ? null : (
        <p class="acts">
          <a class="btn" href={p.projet[0]?.href} download>
            Relire le projet (PDF)
          </a>
        </p>
      )}
      <ActesDuRapport {...p} />
      {chiffres === null ? null : <Changements contexte={contexte} {...chiffres} />}
      <Redaction {...p} peutEcrire={p.actes.some(({ acte }) => acte === 'ECRIRE')} />
      <Histoire rapport={rapport} />
    </Page>
  )
}
