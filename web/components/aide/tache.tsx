import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { cheminImage, IMAGES, type NomImage } from '../../aide/images.ts'
import { type Etape, lireEtape, type Tache } from '../../aide/tache.ts'
import { image } from '../../assets.ts'
import { type Contexte, peutOuvrir } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { Section } from '../blocs.tsx'

interface Props {
  readonly contexte: Contexte
  readonly tache: Tache
}

const Pas = ({ contexte, etape }: { readonly contexte: Contexte; readonly etape: Etape }) => (
  <li>
    {lireEtape(etape).map(({ sorte, texte }) => {
      if (sorte === 'MOT') return <b>{fr(texte)}</b>
      if (sorte === 'TEXTE') return fr(texte)
      return peutOuvrir(contexte, etape.page) ? <a href={lien(contexte, etape.page)}>{fr(texte)}</a> : fr(texte)
    })}
  </li>
)

/** A picture of the page, drawn beside the steps where there is room. */
const Vue = ({ nom }: { readonly nom: NomImage }) => {
  const { alt, largeur, hauteur } = IMAGES[nom]
  return (
    <p class="vue">
      <img
        src={image(cheminImage(nom))}
        alt={fr(alt)}
        width={largeur}
        height={hauteur}
        loading="lazy"
        decoding="async"
      />
    </p>
  )
}

/** Wider pictures stand under the steps. */
const LARGE = 800

const classeDe = ({ image: nom }: Tache): string =>
  nom !== undefined && IMAGES[nom].largeur <= LARGE ? 'sec tache avec-vue' : 'sec tache'

/** A task: its steps, and where there is one its picture. */
export const TacheExpliquee = ({ contexte, tache }: Props) => (
  <Section id={tache.code} titre={fr(tache.titre)} classe={classeDe(tache)}>
    <ol>
      {tache.etapes.map((etape) => (
        <Pas contexte={contexte} etape={etape} />
      ))}
    </ol>
    {tache.image ? <Vue nom={tache.image} /> : null}
  </Section>
)
