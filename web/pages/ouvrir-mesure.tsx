import { formatJour, formatMois } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour, Mois } from '../../ingest/socle/jour.ts'
import type { Refus } from '../chargement.ts'
import { Panneau } from '../components/blocs.tsx'
import { Choix, Formulaire, ZoneTexte } from '../components/champ.tsx'
import { MessageRefus } from '../components/message.tsx'
import { ChoixLignes, type LigneAChoisir } from '../components/mesures/choix-lignes.tsx'
import { LONGUEUR_DES_TEXTES } from '../components/mesures/formulaires.tsx'
import { CaseListe } from '../components/mesures/listes.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'

export interface OuvrirMesureProps {
  readonly contexte: Contexte
  readonly services: readonly (readonly [code: string, libelle: string])[]
  /** The service chosen; null while it is to be. */
  readonly service: string | null
  readonly lignes: readonly LigneAChoisir[]
  readonly choisies: readonly string[]
  /** A message to begin with, from the declarations of the indicators. */
  readonly texte: string
  readonly mois: Mois
  readonly instantane: Jour
  readonly echeance: Jour
  readonly refus?: Refus
}

const ChoixService = ({ contexte, services, service }: OuvrirMesureProps) => (
  <Panneau id="service" titre="Service">
    <form class="formulaire" method="get" action="/mesures/ouvrir" aria-label="Choix du service">
      {contexte.territoire === null ? null : <input type="hidden" name="territoire" value={contexte.territoire} />}
      <Choix
        prefixe="service"
        nom="service"
        libelle="À quel service la mesure s’adresse"
        options={services}
        valeur={service ?? ''}
      />
      <div class="large acts">
        <button class={service === null ? 'btn main' : 'btn'} type="submit">
          {service === null ? 'Voir ses lignes' : 'Changer de service'}
        </button>
      </div>
    </form>
  </Panneau>
)

/** Opens a measure: the service, the lines that it is about, what is said to it. */
export const OuvrirMesure = (p: OuvrirMesureProps) => (
  <Page
    contexte={p.contexte}
    titre="Ouvrir une mesure"
    fil={[{ libelle: 'Mesures', chemin: '/mesures' }]}
    periode={false}
  >
    <Tete titre="Ouvrir une mesure">
      {fr(
        `La preuve est figée telle que l’instantané du ${formatJour(p.instantane)} la montre (${formatMois(p.mois)}), avec les douze mois d’avant. Le service répond pour le ${formatJour(p.echeance)}.`,
      )}
    </Tete>
    {p.refus ? <MessageRefus refus={p.refus} /> : null}
    <ChoixService {...p} />
    {p.service === null ? null : (
      <Panneau id="ouvrir" titre="Mesure" precision="Signalement informel, première étape sur trois">
        <Formulaire action={lien(p.contexte, '/mesures')} nom="Ouvrir une mesure" bouton="Ouvrir la mesure">
          <input type="hidden" name="service" value={p.service} />
          <ChoixLignes lignes={p.lignes} choisies={p.choisies} prefixe="ouvrir" />
          <ZoneTexte
            prefixe="ouvrir"
            nom="texte"
            libelle="Message au service"
            aide="Proposé d’après les indicateurs choisis : le relire. Ni numéro unique ni nom de demandeur."
            longueur={LONGUEUR_DES_TEXTES}
            lignes={10}
            valeur={p.texte}
            obligatoire
          />
          <CaseListe prefixe="ouvrir" />
        </Formulaire>
      </Panneau>
    )}
  </Page>
)
