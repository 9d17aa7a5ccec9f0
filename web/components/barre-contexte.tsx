import { formatJour, formatMois } from '../../ingest/socle/francais/format.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import type { Contexte } from '../contexte.ts'
import { lienIci } from '../liens.ts'
import { Icone, type NomIcone } from './sprite.tsx'

const Pas = ({
  contexte,
  mois,
  nom,
  sens,
}: {
  readonly contexte: Contexte
  readonly mois: Mois | undefined
  readonly nom: NomIcone
  readonly sens: string
}) =>
  mois === undefined ? (
    <span class="btn icon off">
      <Icone nom={nom} />
    </span>
  ) : (
    <a class="btn icon" href={lienIci(contexte, { mois })} aria-label={`Mois ${sens}\u00a0: ${formatMois(mois)}`}>
      <Icone nom={nom} />
    </a>
  )

const Periode = ({ contexte, mois }: { readonly contexte: Contexte; readonly mois: Mois }) => {
  const { moisDisponibles } = contexte
  const offerts = moisDisponibles.includes(mois) ? moisDisponibles : [...moisDisponibles, mois].sort()
  return (
    <div class="field">
      <label for="ctx-mois">Période</label>
      <div class="stepper">
        <Pas contexte={contexte} mois={moisDisponibles.filter((m) => m < mois).at(-1)} nom="prev" sens="précédent" />
        <select id="ctx-mois" name="mois">
          {offerts.toReversed().map((m) => (
            <option value={m} selected={m === mois}>
              {formatMois(m)}
            </option>
          ))}
        </select>
        <Pas contexte={contexte} mois={moisDisponibles.find((m) => m > mois)} nom="next" sens="suivant" />
      </div>
    </div>
  )
}

/** Territory and period of the page: they are in its address, and every link keeps them. */
export const BarreContexte = ({ contexte, periode }: { readonly contexte: Contexte; readonly periode: boolean }) => {
  const { territoires, territoire, mois, requete, instantane } = contexte
  const gardes = Object.entries(requete).filter(([nom]) => nom !== 'territoire' && nom !== 'mois')
  const choix = territoires.length > 1
  return (
    <section class="context" aria-label="Territoire, période et instantané">
      <div class="wrap">
        <form method="get" action={contexte.chemin} aria-label="Territoire et période">
          {gardes.map(([nom, valeur]) => (
            <input type="hidden" name={nom} value={valeur} />
          ))}
          <div class="field">
            {choix ? (
              <>
                <label for="ctx-territoire">Territoire</label>
                <select id="ctx-territoire" name="territoire">
                  {territoires.map(({ code, libelle }) => (
                    <option value={code} selected={code === territoire}>
                      {`${libelle} (${code})`}
                    </option>
                  ))}
                </select>
              </>
            ) : (
              <>
                <span class="lab">Territoire</span>
                <strong>{territoires[0] ? `${territoires[0].libelle} (${territoires[0].code})` : 'aucun'}</strong>
                {territoire ? <input type="hidden" name="territoire" value={territoire} /> : null}
              </>
            )}
          </div>
          {periode && mois ? <Periode contexte={contexte} mois={mois} /> : null}
          {choix || (periode && mois) ? (
            <button class="btn" type="submit">
              Afficher
            </button>
          ) : null}
        </form>
        {periode && instantane ? <span class="end">{`Instantané du ${formatJour(instantane)}`}</span> : null}
      </div>
    </section>
  )
}
