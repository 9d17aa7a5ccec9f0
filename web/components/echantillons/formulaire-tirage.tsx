import { formatMois } from '../../../ingest/socle/francais/format.ts'
import { capitale } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Mois } from '../../../ingest/socle/jour.ts'
import type { Contexte } from '../../contexte.ts'
import { POPULATIONS, POURQUOI_POPULATION, REPARTITIONS, STRATES } from '../../echantillons.ts'
import { direTaille } from '../../modeles/echantillons.ts'
import { Panneau } from '../blocs.tsx'
import { Champ, Choix } from '../champ.tsx'

/** What a draw is asked for, as it was typed. */
export interface TirageSaisi {
  readonly mois: string
  readonly population: string
  readonly strate: string
  readonly repartition: string
  readonly minimum: string
  readonly taille: string
  readonly graine: string
  /** The share of faults that is expected, in per cent; empty where nothing is known. */
  readonly attendue: string
}

interface Props {
  readonly contexte: Contexte
  readonly mois: readonly Mois[]
  readonly saisie: TirageSaisi
  /** The same share as a fraction; null where none is given. */
  readonly attendue: number | null
}

const POPULATIONS_OFFERTES = (Object.keys(POPULATIONS) as (keyof typeof POPULATIONS)[]).map(
  (code) => [code, fr(`${POPULATIONS[code]} : ${POURQUOI_POPULATION[code]}`)] as const,
)

/** How a sample is to be drawn: what it would take is shown as soon as it is asked. */
export const FormulaireTirage = ({ contexte, mois, saisie, attendue }: Props) => (
  <Panneau id="regler" titre="Ce qui est tiré">
    <form class="formulaire" method="get" action="/echantillons/nouveau" aria-label="Réglage du tirage">
      {contexte.territoire === null ? null : <input type="hidden" name="territoire" value={contexte.territoire} />}
      <Choix
        nom="mois"
        libelle="Mois"
        options={mois.map((un) => [un, capitale(formatMois(un))] as const)}
        valeur={saisie.mois}
      />
      <Choix
        nom="population"
        libelle="Parmi quelles demandes"
        options={POPULATIONS_OFFERTES}
        valeur={saisie.population}
      />
      <Choix nom="strate" libelle="Réparti par" options={Object.entries(STRATES)} valeur={saisie.strate} />
      <Choix
        nom="repartition"
        libelle="Répartition"
        options={Object.entries(REPARTITIONS)}
        valeur={saisie.repartition}
      />
      <Champ
        nom="taille"
        libelle="Nombre de demandes"
        aide={direTaille(attendue)}
        type="number"
        modeleSaisi="numeric"
        valeur={saisie.taille}
        obligatoire
      />
      <Champ
        nom="attendue"
        libelle="Part de défauts attendue, en %"
        aide="Facultatif : celle d’un échantillon d’avant. Moins il y en a, moins il faut de demandes."
        modeleSaisi="numeric"
        saisie="off"
        longueur={6}
        valeur={saisie.attendue}
      />
      <Champ
        nom="minimum"
        libelle="Au moins, par strate"
        aide="Une strate plus petite est prise en entier."
        type="number"
        modeleSaisi="numeric"
        valeur={saisie.minimum}
      />
      <Champ
        nom="graine"
        libelle="Graine du tirage"
        aide="Proposée au hasard, libre. La même graine sur le même instantané redonne les mêmes demandes, partout."
        saisie="off"
        longueur={60}
        valeur={saisie.graine}
        obligatoire
      />
      <div class="large acts">
        <button class="btn" type="submit">
          Voir la répartition
        </button>
      </div>
    </form>
  </Panneau>
)
