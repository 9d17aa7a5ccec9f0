import type { Child } from 'hono/jsx'
import { fr } from '../../ingest/socle/francais/typographie.ts'

export interface ChampProps {
  readonly nom: string
  /** Sets apart the fields of the same name of two forms of a page. */
  readonly prefixe?: string
  readonly libelle: string
  readonly aide?: string
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'number'
  readonly valeur?: string
  readonly obligatoire?: boolean
  readonly large?: boolean
  readonly saisie?: 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'off'
  readonly modeleSaisi?: 'numeric'
  readonly longueur?: number
  readonly pas?: string
}

type Nomme = Pick<ChampProps, 'nom' | 'prefixe' | 'libelle' | 'aide'>

const idDe = ({ nom, prefixe = 'ch' }: Nomme): string => `${prefixe}-${nom}`

const Etiquette = (p: Nomme) => (
  <>
    <label for={idDe(p)}>{fr(p.libelle)}</label>
    {p.aide ? (
      <p class="hint" id={`${idDe(p)}-aide`}>
        {fr(p.aide)}
      </p>
    ) : null}
  </>
)

/** A field with its label and, between them, what to write in it. */
export const Champ = (p: ChampProps) => (
  <div class={p.large ? 'ctl large' : 'ctl'}>
    <Etiquette {...p} />
    <input
      class="input"
      id={idDe(p)}
      name={p.nom}
      type={p.type ?? 'text'}
      value={p.valeur}
      required={p.obligatoire}
      autocomplete={p.saisie}
      inputmode={p.modeleSaisi}
      maxlength={p.longueur}
      step={p.pas}
      aria-describedby={p.aide ? `${idDe(p)}-aide` : undefined}
    />
  </div>
)

export interface ZoneTexteProps extends Nomme {
  readonly longueur: number
  readonly valeur?: string
  readonly obligatoire?: boolean
  readonly lignes?: number
}

/** Several lines to write in. */
export const ZoneTexte = (p: ZoneTexteProps) => (
  <div class="ctl large">
    <Etiquette {...p} />
    <textarea
      class="input prose"
      id={idDe(p)}
      name={p.nom}
      rows={p.lignes ?? 4}
      maxlength={p.longueur}
      required={p.obligatoire}
      aria-describedby={p.aide ? `${idDe(p)}-aide` : undefined}
    >
      {p.valeur ?? ''}
    </textarea>
  </div>
)

/** The six digits of a second factor. */
export const ChampCode = () => (
  <Champ
    nom="code"
    libelle="Code à six chiffres"
    saisie="one-time-code"
    modeleSaisi="numeric"
    longueur={8}
    obligatoire
  />
)

export interface ChoixProps {
  readonly nom: string
  /** Sets apart the fields of the same name of two forms of a page. */
  readonly prefixe?: string
  readonly libelle: string
  readonly aide?: string
  readonly options: readonly (readonly [valeur: string, libelle: string])[]
  readonly valeur?: string
}

export const Choix = (p: ChoixProps) => (
  <div class="ctl">
    <Etiquette {...p} />
    <select id={idDe(p)} name={p.nom} aria-describedby={p.aide ? `${idDe(p)}-aide` : undefined}>
      {p.options.map(([code, texte]) => (
        <option value={code} selected={code === p.valeur}>
          {texte}
        </option>
      ))}
    </select>
  </div>
)

/** A form of the application, posted to one of its own addresses. */
export const Formulaire = ({
  action,
  nom,
  bouton,
  quiet,
  precision,
  children,
}: {
  readonly action: string
  readonly nom: string
  readonly bouton: string
  readonly quiet?: boolean
  readonly precision?: string
  readonly children?: Child
}) => (
  <form class="formulaire" method="post" action={action} aria-label={nom}>
    {children}
    <div class="large acts">
      <button class={quiet ? 'btn' : 'btn main'} type="submit">
        {bouton}
      </button>
      {precision ? <p class="hint">{precision}</p> : null}
    </div>
  </form>
)
