const MS_PAR_JOUR = 86_400_000
const DERNIER_JOUR = 2_958_465
const ORIGINE_1904 = Date.UTC(1904, 0, 1)
/** Days from one origin to the other. */
const ECART_1904 = 1462
/** 1900 counts a 29 February that never was: days before it stand one later than days after. */
const ORIGINE_1900 = Date.UTC(1899, 11, 31)
const FAUX_29_FEVRIER = 60

const enJour = (origine: number, jours: number) => new Date(origine + jours * MS_PAR_JOUR).toISOString().slice(0, 10)

/** The day that a date cell shows, in words of the contract; what shows no day of the calendar stays what it shows. */
export const dateEnTexte = (brut: string, depuis1904: boolean): string => {
  const serie = Number(brut)
  if (brut.trim() === '' || !Number.isFinite(serie)) return brut.trim()
  // To the millisecond: a day computed by a formula is often one short by a trifle.
  const jour = Math.floor(Math.round(serie * MS_PAR_JOUR) / MS_PAR_JOUR)
  if (jour < 0 || jour > DERNIER_JOUR - (depuis1904 ? ECART_1904 : 0)) return brut.trim()
  if (depuis1904) return enJour(ORIGINE_1904, jour)
  if (jour === 0) return '00/01/1900'
  if (jour === FAUX_29_FEVRIER) return '29/02/1900'
  return enJour(ORIGINE_1900, jour < FAUX_29_FEVRIER ? jour : jour - 1)
}
