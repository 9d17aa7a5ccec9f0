import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { FichesDesGuichets, type GuichetAFicher } from '../components/rapports/fiches.tsx'
import { ListeDesRapports, type RapportListe } from '../components/rapports/liste.tsx'
import { References, type ReferenceVue } from '../components/rapports/references.tsx'
import { Tete } from '../components/tete.tsx'
import { type Contexte, peutOuvrir } from '../contexte.ts'
import { lien } from '../liens.ts'
import { direSuite } from '../modeles/rapports.ts'

export interface RapportsProps {
  readonly contexte: Contexte
  readonly rapports: readonly RapportListe[]
  /** Null for who does not keep them. */
  readonly references: readonly ReferenceVue[] | null
  readonly guichets: readonly GuichetAFicher[]
  readonly saisie: Readonly<Record<string, string>>
  readonly fait?: string
  readonly refus?: Refus
}

const constat = ({ contexte, rapports }: RapportsProps): string => {
  const role = contexte.personne?.role
  const publies = rapports.filter(({ rapport }) => rapport.publies.length > 0).length
  const dit =
    publies === 0 ? 'Aucun rapport n’est encore publié.' : `${compte(publies, 'rapport publié', 'rapports publiés')}.`
  const attendent = rapports.filter(
    ({ rapport, fini }) => fini && rapport.etat !== 'SOUMIS' && direSuite(rapport, role, fini) !== null,
  ).length
  const aRelire = rapports.filter(({ rapport }) => rapport.etat === 'SOUMIS').length
  if (role === 'etat')
    return `${dit} ${aRelire === 0 ? 'Rien n’est à relire.' : `${compte(aRelire, 'rapport')} à relire.`}`
  if (role !== 'gestionnaire' || attendent === 0) return dit
  return `${dit} ${compte(attendent, 'rapport')} d’un semestre fini à rédiger ou à publier.`
}

/** The reports of the semesters: where each stands, what is to do, and what is published. */
export const Rapports = (p: RapportsProps) => {
  const { contexte, rapports, references } = p
  return (
    <Page contexte={contexte} titre="Rapports" periode={false}>
      <Tete titre="Rapports">{fr(constat(p))}</Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      {peutOuvrir(contexte, '/rapports/diffusion') ? (
        <p class="acts">
          <a class="btn" href={lien(contexte, '/rapports/diffusion')}>
            Listes de diffusion et messages
          </a>
        </p>
      ) : null}
      <ListeDesRapports contexte={contexte} rapports={rapports} />
      {p.guichets.length === 0 || contexte.mois === null ? null : (
        <FichesDesGuichets contexte={contexte} mois={contexte.mois} guichets={p.guichets} />
      )}
      {references === null ? null : <References contexte={contexte} references={references} saisie={p.saisie} />}
    </Page>
  )
}
