import { formatJour } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { type Fait, Faits, Section } from '../components/blocs.tsx'
import { FormulairesHabilitation, type FormulairesProps } from '../components/habilitations/formulaires.tsx'
import { Histoire } from '../components/habilitations/histoire.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import { ETATS_HABILITATION, MOTIFS_SIGNALEMENT } from '../habilitations.ts'
import { direCertificat, direEtat } from '../modeles/habilitations.ts'

export interface HabilitationProps extends FormulairesProps {
  readonly fait?: string
  readonly refus?: Refus
}

const faitsDe = ({ habilitation: h }: HabilitationProps): Fait[] => [
  ...(h.serviceLibelle === null ? [] : [{ terme: 'Service', valeur: h.serviceLibelle }]),
  { terme: 'Profil', valeur: h.profil },
  ...(h.baseLegale === null ? [] : [{ terme: 'Base légale', valeur: h.baseLegale }]),
  { terme: 'Ouverte le', valeur: formatJour(h.ouverteLe) },
  ...(h.confirmeeLe === null ? [] : [{ terme: 'Confirmée le', valeur: formatJour(h.confirmeeLe) }]),
  ...(h.signalement === null
    ? []
    : [
        {
          terme: 'Signalée le',
          valeur: fr(
            `${formatJour(h.signalement.le)} : ${MOTIFS_SIGNALEMENT[h.signalement.motif].toLocaleLowerCase('fr')}${
              h.signalement.departLe === null ? '' : `, dernier jour le ${formatJour(h.signalement.departLe)}`
            }`,
          ),
        },
      ]),
  ...(h.closeLe === null ? [] : [{ terme: 'Close le', valeur: formatJour(h.closeLe) }]),
  { terme: 'Certificat', valeur: h.certificat === null ? 'aucun noté' : fr(direCertificat(h)) },
]

/** One access: who, since when, what may be done of it, and all that was. */
export const PageHabilitation = (p: HabilitationProps) => {
  const { contexte, habilitation } = p
  const etat = direEtat(habilitation, p.aujourdhui)
  const alerte = habilitation.depart?.alerte === true
  const phrase = `${ETATS_HABILITATION[habilitation.etat]}${etat === '' ? '' : ` : ${etat}`}.`
  return (
    <Page
      contexte={contexte}
      titre={habilitation.nom}
      fil={[{ libelle: 'Habilitations', chemin: '/habilitations' }]}
      periode={false}
    >
      <Tete titre={habilitation.nom} identite={`Habilitation n° ${habilitation.id}`}>
        {alerte ? <strong>{fr(phrase)}</strong> : fr(phrase)}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      <Faits faits={faitsDe(p)} />
      {habilitation.possibles.length === 0 ? null : (
        <Section id="agir" titre="Ce qui peut être fait">
          <FormulairesHabilitation {...p} />
        </Section>
      )}
      <Histoire actes={habilitation.actes} />
    </Page>
  )
}
