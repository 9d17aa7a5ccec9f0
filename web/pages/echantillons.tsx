import { deMois, formatMois } from '../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import { Panneau, Section } from '../components/blocs.tsx'
import { TableEchantillons } from '../components/echantillons/table-echantillons.tsx'
import { MessageFait } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import { type Contexte, type LienExport, peutOuvrir } from '../contexte.ts'
import type { EchantillonVu } from '../echantillon-vue.ts'
import { lien } from '../liens.ts'
import { constatDe, titreDe } from '../modeles/echantillons.ts'

export interface EchantillonsProps {
  readonly contexte: Contexte
  /** The oldest first. */
  readonly echantillons: readonly EchantillonVu[]
  /** The latest month that a sample can be drawn from; null where there is none. */
  readonly mois: Mois | null
  readonly exports: readonly LienExport[]
  readonly fait?: string
}

const CE_QUE_C_EST =
  'Des demandes tirées au sort, relues avec leurs pièces : ce que les chiffres ne peuvent pas dire, avec sa marge d’erreur.'

const Lead = ({ contexte, echantillons }: Pick<EchantillonsProps, 'contexte' | 'echantillons'>) => {
  if (contexte.personne?.role !== 'guichet') return fr(CE_QUE_C_EST)
  const ouverts = echantillons.filter(({ etat }) => etat !== 'CLOS')
  const n = ouverts.reduce((somme, { fiches }) => somme + fiches.length, 0)
  return fr(
    n === 0
      ? 'Aucune demande de votre service n’est à montrer en ce moment.'
      : `${compte(n, 'demande')} de votre service ${accord(n, 'est tirée', 'sont tirées')} au sort : préparer ${accord(n, 'ses', 'leurs')} pièces, le gestionnaire demandera à les voir.`,
  )
}

/** The month's sample: under way, or to be drawn. */
const DuMois = ({ contexte, echantillons, mois }: EchantillonsProps) => {
  if (mois === null) return null
  const dernier = echantillons.findLast((un) => un.mois === mois)
  return (
    <Panneau id="du-mois" titre={`Échantillon ${deMois(formatMois(mois))}`} precision="Point 9 du contrôle mensuel">
      {dernier === undefined ? (
        <p>{fr(`Aucun échantillon n’est encore tiré pour ${formatMois(mois)}.`)}</p>
      ) : (
        <p>
          <a href={lien(contexte, `/echantillons/${dernier.id}`)}>{titreDe(dernier)}</a>
          {fr(` : ${constatDe(dernier)}`)}
        </p>
      )}
      {peutOuvrir(contexte, '/echantillons/nouveau') ? (
        <p class="suite-p">
          <a
            class={dernier === undefined ? 'btn main' : 'btn'}
            href={lien(contexte, '/echantillons/nouveau', { mois })}
          >
            {dernier === undefined ? 'Tirer l’échantillon du mois' : 'Tirer un autre échantillon'}
          </a>
        </p>
      ) : null}
    </Panneau>
  )
}

/** The samples that a person may see. */
export const Echantillons = (p: EchantillonsProps) => {
  const { contexte, echantillons, exports, fait } = p
  const duGuichet = contexte.personne?.role === 'guichet'
  return (
    <Page contexte={contexte} titre="Échantillons" periode={false}>
      <Tete titre="Échantillons" exports={echantillons.length === 0 || duGuichet ? [] : exports}>
        <Lead contexte={contexte} echantillons={echantillons} />
      </Tete>
      {fait ? <MessageFait>{fait}</MessageFait> : null}
      {duGuichet ? null : <DuMois {...p} />}
      {echantillons.length === 0 ? (
        duGuichet ? null : (
          <p class="empty">
            {fr(
              'Aucun échantillon n’a encore été tiré. Trente demandes donnent déjà une idée : aucun défaut sur trente laisse au plus 11,6 % de défauts.',
            )}
          </p>
        )
      ) : (
        <Section id="tous" titre="Tous les échantillons" precision="Du plus récent au plus ancien">
          <TableEchantillons contexte={contexte} echantillons={echantillons} />
        </Section>
      )}
    </Page>
  )
}
