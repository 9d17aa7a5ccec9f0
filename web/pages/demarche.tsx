import { formatInstant, formatJour } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { type Jour, joursEntre } from '../../ingest/socle/jour.ts'
import { Faits, Section } from '../components/blocs.tsx'
import { ActesDeDemarche, type ActesProps } from '../components/demarches/actes.tsx'
import { CeQuiEstMontre } from '../components/demarches/montre.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Numero } from '../components/numero.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { LienExport } from '../contexte.ts'
import { ACTES_DEMARCHE, ETATS_DEMARCHE } from '../demarches/mots.ts'
import { SORTES } from '../demarches/registre.ts'
import type { DemarcheVue } from '../demarches/vue.ts'
import { ageDe, attend } from '../modeles/demarches.ts'

export interface PageDemarcheProps extends ActesProps {
  readonly aujourdhui: Jour
  readonly exports: readonly LienExport[]
  readonly fait?: string
}

const identite = ({ id, service, recueLe }: DemarcheVue): string =>
  [`Démarche ${id}`, service, `reçue le ${formatJour(recueLe)}`].join(' · ')

/** Where it stands, and for how long it has waited or how long it took. */
const constat = (demarche: DemarcheVue, aujourdhui: Jour): string => {
  const { etat, recueLe, transmiseLe, traiteeLe, confirmeeLe } = demarche
  const age = ageDe(demarche, aujourdhui)
  const depuis = age === 0 ? 'reçue aujourd’hui' : `depuis ${compte(age, 'jour')}`
  if (attend(demarche)) return `${ETATS_DEMARCHE[etat]} : elle attend une réponse, ${depuis}.`
  const passage = transmiseLe === null ? '' : `Transmise en ${compte(joursEntre(recueLe, transmiseLe), 'jour')}. `
  const traitee = traiteeLe === null ? '' : ` en ${compte(age, 'jour')}`
  const confirmee = confirmeeLe === null ? '' : ` Confirmée le ${formatJour(confirmeeLe)}.`
  return `${passage}${confirmeeLe === null ? ETATS_DEMARCHE[etat] : 'Traitée'}${traitee}.${confirmee}`
}

const Demande = ({ demarche }: { readonly demarche: DemarcheVue }) => (
  <Section id="demande" titre="Ce qui est demandé">
    <Faits
      faits={[
        ...demarche.numeros.map((numero, i) => ({
          terme: demarche.numeros.length === 1 ? 'Numéro unique' : `Numéro ${i + 1}`,
          valeur: <Numero numero={numero} />,
        })),
        ...demarche.faits.map(([terme, valeur]) => ({ terme, valeur: <span class="texte-lu">{valeur}</span> })),
      ]}
    />
  </Section>
)

const Histoire = ({ actes }: DemarcheVue) => (
  <Section id="histoire" titre="Histoire" precision={fr('Chaque étape est datée ; aucune n’est effacée')}>
    <ol class="steps">
      {actes.toReversed().map(({ id, acte, texte, numero, par, le }) => (
        <li id={`acte-${id}`}>
          <strong>{ACTES_DEMARCHE[acte]}</strong>
          <span class="d">{fr(`Le ${formatInstant(le)}, par ${par}.`)}</span>
          {numero === null ? null : (
            <p>
              {fr('Numéro unique : ')}
              <Numero numero={numero} />
            </p>
          )}
          {texte === '' ? null : <p class="texte-lu">{texte}</p>}
        </li>
      ))}
    </ol>
  </Section>
)

/** One démarche: what the person may do, what was asked, what the snapshot shows, all that was done. */
export const PageDemarche = (p: PageDemarcheProps) => {
  const { contexte, demarche, aujourdhui } = p
  const { libelle, suite } = SORTES[demarche.sorte]
  return (
    <Page contexte={contexte} titre={libelle} fil={[{ libelle: 'Démarches', chemin: '/demarches' }]} periode={false}>
      <Tete titre={libelle} identite={fr(identite(demarche))} exports={p.exports}>
        {fr(constat(demarche, aujourdhui))}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      <ActesDeDemarche {...p} />
      <Demande demarche={demarche} />
      {attend(demarche) ? <p class="petit suite-p">{fr(suite)}</p> : null}
      <CeQuiEstMontre demarche={demarche} aujourdhui={aujourdhui} duGuichet={contexte.personne?.role === 'guichet'} />
      <Histoire {...demarche} />
    </Page>
  )
}
