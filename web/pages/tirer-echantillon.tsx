import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import type { Refus } from '../chargement.ts'
import { Panneau } from '../components/blocs.tsx'
import { FormulaireTirage, type TirageSaisi } from '../components/echantillons/formulaire-tirage.tsx'
import { TableStrates } from '../components/echantillons/strates.tsx'
import { MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import type { StrateVue } from '../echantillon-vue.ts'
import { STRATES } from '../echantillons.ts'
import { lien } from '../liens.ts'

export interface TirerEchantillonProps {
  readonly contexte: Contexte
  /** The months whose snapshot is whole, the latest first. */
  readonly mois: readonly Mois[]
  readonly saisie: TirageSaisi
  readonly attendue: number | null
  /** How it would be shared; null where what is asked cannot be drawn. */
  readonly strates: readonly StrateVue[] | null
  readonly refus?: Refus
}

const CACHES = ['mois', 'population', 'strate', 'repartition', 'minimum', 'taille', 'graine'] as const

/** What would be drawn, stratum by stratum, and the button that draws it. */
const Apercu = ({ contexte, saisie, strates }: TirerEchantillonProps) => {
  if (strates === null) return null
  const n = strates.reduce((somme, { tirees }) => somme + tirees, 0)
  const vides = strates.filter(({ tirees }) => tirees === 0).length
  const sorte = saisie.strate === 'CATEGORIE' ? 'CATEGORIE' : 'GUICHET'
  return (
    <Panneau
      id="strates"
      titre="Répartition"
      precision={
        vides === 0
          ? 'Chaque strate en a'
          : fr(`${compte(vides, 'strate')} n’en ${accord(vides, 'a', 'ont')} pas : trop petites pour une part`)
      }
    >
      <form class="formulaire" method="post" action={lien(contexte, '/echantillons')} aria-label="Tirage">
        {CACHES.map((nom) => (
          <input type="hidden" name={nom} value={saisie[nom]} />
        ))}
        <div class="large acts">
          <button class="btn main" type="submit">
            {fr(`Tirer ${compte(n, 'demande')}`)}
          </button>
          <p class="hint">{fr('Un échantillon tiré est gardé avec sa graine ; il se clôt, il ne s’efface pas.')}</p>
        </div>
      </form>
      <TableStrates contexte={contexte} strates={strates} sorte={sorte} />
      <p class="hint">
        {fr(
          `Dans chaque ${STRATES[sorte].toLocaleLowerCase('fr')}, sont tirées les demandes dont l’empreinte SHA-256 de la graine suivie du numéro est la plus petite : n’importe qui peut le refaire.`,
        )}
      </p>
    </Panneau>
  )
}

/** Draws a sample: from what, how many, shared how. */
export const TirerEchantillon = (p: TirerEchantillonProps) => (
  <Page
    contexte={p.contexte}
    titre="Tirer un échantillon"
    fil={[{ libelle: 'Échantillons', chemin: '/echantillons' }]}
    periode={false}
  >
    <Tete titre="Tirer un échantillon">
      {fr(
        'Choisir la population et la taille, regarder la répartition, puis tirer. Le sort choisit les demandes, personne d’autre.',
      )}
    </Tete>
    {p.refus ? <MessageRefus refus={p.refus} /> : null}
    <div class="tirage">
      <FormulaireTirage {...p} />
      <Apercu {...p} />
    </div>
  </Page>
)
