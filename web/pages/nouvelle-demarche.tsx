import { enumerer } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { Formulaire } from '../components/champ.tsx'
import { ChampDeDemarche } from '../components/demarches/champ-demarche.tsx'
import { SortesOffertes } from '../components/demarches/sortes.tsx'
import { MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { cheminDeLaSorte } from '../demarches/mots.ts'
import type { SorteDemarche } from '../demarches/sorte.ts'
import { lien } from '../liens.ts'
import { decouperNumero } from '../numero.ts'

const FIL = [{ libelle: 'Démarches', chemin: '/demarches' }]

interface ChoisirProps {
  readonly contexte: Contexte
  readonly sortes: readonly SorteDemarche[]
  /** What the page that led here knew already. */
  readonly saisie: Readonly<Record<string, string>>
}

/** What is to be asked, of the numbers that the page before was about. */
export const ChoisirDemarche = ({ contexte, sortes, saisie }: ChoisirProps) => {
  const numeros = (saisie.numeros ?? '').split(/\s+/).filter((numero) => numero !== '')
  return (
    <Page contexte={contexte} titre="Nouvelle démarche" fil={FIL} periode={false}>
      <Tete titre="Nouvelle démarche">
        {fr(
          numeros.length === 0
            ? 'Choisir ce que vous demandez au gestionnaire.'
            : `Choisir ce que vous demandez pour ${enumerer(numeros.map(decouperNumero))}.`,
        )}
      </Tete>
      <SortesOffertes contexte={contexte} sortes={sortes} saisie={saisie} sous="PAGE" />
    </Page>
  )
}

interface NouvelleProps {
  readonly contexte: Contexte
  readonly sorte: SorteDemarche
  readonly guichets: readonly (readonly [code: string, libelle: string])[]
  /** What was typed, or known already. */
  readonly saisie: Readonly<Record<string, string>>
  readonly refus?: Refus
}

/** The form of a kind of démarche. */
export const NouvelleDemarche = ({ contexte, sorte, guichets, saisie, refus }: NouvelleProps) => (
  <Page contexte={contexte} titre={sorte.titre} fil={FIL} periode={false}>
    <Tete titre={sorte.titre}>{fr(sorte.quand)}</Tete>
    {refus ? <MessageRefus refus={refus} /> : null}
    <Formulaire
      action={lien(contexte, cheminDeLaSorte(sorte.code))}
      nom={sorte.titre}
      bouton="Envoyer"
      precision={fr(sorte.suite)}
    >
      {sorte.champs.map((champ) => (
        <ChampDeDemarche champ={champ} valeur={saisie[champ.nom] ?? ''} guichets={guichets} />
      ))}
    </Formulaire>
  </Page>
)
