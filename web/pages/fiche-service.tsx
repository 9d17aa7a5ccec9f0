import { formatJour } from '../../ingest/socle/francais/format.ts'
import { capitale } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { nomCategorie } from '../categories.ts'
import type { Refus } from '../chargement.ts'
import { Panneau } from '../components/blocs.tsx'
import { Champ, Formulaire } from '../components/champ.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Confirmation } from '../components/registre/confirmation.tsx'
import { Convention } from '../components/registre/convention.tsx'
import { ChampDeLaFiche, FicheDuService } from '../components/registre/fiche.tsx'
import { HistoireDuService } from '../components/registre/histoire.tsx'
import { Reception } from '../components/registre/reception.tsx'
import { Tete } from '../components/tete.tsx'
import { type Contexte, peutOuvrir } from '../contexte.ts'
import { lien } from '../liens.ts'
import { direConfirmation, direConvention } from '../modeles/registre.ts'
import { MODES, NOMS_DES_CHAMPS } from '../registre.ts'
import type { ActesPossibles, EvenementVue, ServiceVue } from '../registre-vue.ts'

export interface FicheServiceProps {
  readonly contexte: Contexte
  readonly service: ServiceVue
  readonly evenements: readonly EvenementVue[]
  readonly actes: ActesPossibles
  readonly peutModifier: boolean
  readonly categories: readonly (readonly [code: string, libelle: string])[]
  /** Years whose landlord's report is still awaited of this service. */
  readonly bilansAttendus: readonly string[]
  readonly aujourdhui: Jour
  /** The day that the sheet is read as of; null today. */
  readonly au: Jour | null
  /** What was typed, given back where it was refused; `forme` names the form. */
  readonly saisie: Readonly<Record<string, string>>
  readonly fait?: string
  readonly refus?: Refus
}

const Modifier = (p: FicheServiceProps) => {
  const rendue = p.saisie.forme === 'fiche'
  const modes = Object.entries(MODES)
  return (
    <details class="plus" open={rendue}>
      <summary>Modifier la fiche</summary>
      <Formulaire
        action={lien(p.contexte, `/registre/${encodeURIComponent(p.service.service)}/fiche`)}
        nom="Modifier la fiche"
        bouton="Enregistrer la fiche"
        precision={fr('La version d’avant reste dans l’histoire.')}
      >
        {NOMS_DES_CHAMPS.map((nom) => (
          <ChampDeLaFiche
            nom={nom}
            prefixe="fiche"
            valeur={(rendue ? p.saisie[nom] : undefined) ?? p.service.fiche[nom]}
            categories={p.categories}
            modes={modes}
          />
        ))}
        <Champ
          prefixe="fiche"
          nom="texte"
          libelle="Pourquoi"
          saisie="off"
          longueur={300}
          valeur={rendue ? (p.saisie.texte ?? '') : ''}
          large
        />
      </Formulaire>
    </details>
  )
}

/** The sheet as it was on another day. */
const AuJour = ({ contexte, service, au, aujourdhui }: FicheServiceProps) => (
  <Panneau id="au" titre="À une autre date">
    <form
      class="filters"
      method="get"
      action={`/registre/${encodeURIComponent(service.service)}`}
      aria-label="Fiche à une date"
    >
      {contexte.territoire ? <input type="hidden" name="territoire" value={contexte.territoire} /> : null}
      <Champ prefixe="au" nom="au" libelle="Telle qu’elle était le" type="date" valeur={au ?? aujourdhui} />
      <button class="btn" type="submit">
        Voir
      </button>
      {au === null ? null : (
        <a href={lien(contexte, `/registre/${encodeURIComponent(service.service)}`)}>Aujourd’hui</a>
      )}
    </form>
  </Panneau>
)

const identite = ({ service, fiche, inscritLe }: ServiceVue): string =>
  [nomCategorie(fiche.categorie || null), `service ${service}`, `inscrit le ${formatJour(inscritLe)}`].join(' · ')

const constat = ({ service, au }: FicheServiceProps): string => {
  const { convention, confirmation, attendu, formeLe, actif, fiche } = service
  const quand = au === null ? '' : `Telle qu’elle était le ${formatJour(au)}. `
  if (!actif && fiche.cesse_le !== '')
    return `${quand}A cessé d’enregistrer${fiche.successeur === '' ? '' : `, ${fiche.successeur} lui succède`}.`
  const formation = formeLe === null ? 'Formation non consignée.' : `Formé le ${formatJour(formeLe)}.`
  return `${quand}Convention : ${direConvention(convention)}. Fiche de ${confirmation.annee} : ${direConfirmation(confirmation, attendu)}. ${formation}`
}

/** A service enregistreur: its confirmation, its convention, what its sheet says, all that was done of it. */
export const FicheService = (p: FicheServiceProps) => {
  const { contexte, service, actes } = p
  const nom = service.fiche.libelle
  const fil = contexte.personne?.role === 'guichet' ? [] : [{ libelle: 'Registre', chemin: '/registre' }]
  return (
    <Page contexte={contexte} titre={nom} fil={fil} periode={false}>
      <Tete titre={nom} identite={identite(service)} imprimer="Imprimer la fiche">
        {fr(capitale(constat(p)))}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      <div class="fiche-service">
        <div>
          {service.attendu || actes.confirmation.length > 0 ? (
            <Confirmation contexte={contexte} service={service} actes={actes.confirmation} saisie={p.saisie} />
          ) : null}
          <FicheDuService fiche={service.fiche} />
          {p.peutModifier ? <Modifier {...p} /> : null}
        </div>
        <div>
          <Convention
            contexte={contexte}
            service={service}
            actes={actes.convention}
            aujourdhui={p.aujourdhui}
            saisie={p.saisie}
          />
          {p.peutModifier ? <Reception {...p} /> : null}
          <AuJour {...p} />
          {peutOuvrir(contexte, '/chartes') ? (
            <p class="more">
              <a href={lien(contexte, '/chartes')}>Les chartes auxquelles il adhère</a>
            </p>
          ) : null}
        </div>
      </div>
      <HistoireDuService evenements={p.evenements} />
    </Page>
  )
}
