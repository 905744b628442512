"""Two small invented plans, written as Markdown, that the tests of the read side ask about."""

LEKBY = """# Mora kommun, tekniska nämnden: Budget 2030–2032

Tekniska nämnden ansvarar för gator, parker och vatten i Mora kommun. Nämndens ordförande: Anna Berg Lind.
Förvaltningschef: Olle Ek Dahl.

## Uppdrag

Lekplatsprogrammet (LPP) innebär att tre lekplatser om året byggs om så att alla barn kan leka där.
Ombyggnaden av Storgatan är försenad på grund av att grundvattnet stod högre än väntat.
Snöröjningen upphandlas på nytt den 15 mars 2031.

Nämnden ska under perioden:

- laga läckande ledningar
- plantera 40 träd i centrum
- byta till lågenergilampor

## Driftbudget

Belopp i tkr

| Driftbudget, tkr | Budget 2030 | Plan 2031 | Plan 2032 |
|---|---|---|---|
| **Gator och vägar** | | | |
| INTÄKTER | 1 200 | 1 250 | 1 300 |
| KOSTNADER (-) | -41 200 | -42 250 | -43 300 |
| NETTOKOSTNADER (-) | -40 000 | -41 000 | -42 000 |
| **Parker** | | | |
| INTÄKTER | 100 | 100 | 100 |
| KOSTNADER (-) | -9 100 | -9 600 | -10 100 |
| NETTOKOSTNADER (-) | -9 000 | -9 500 | -10 000 |
| **Fritid - Badplatser** | | | |
| NETTOKOSTNADER (-) | -700 | -710 | -720 |
| **Fritid - Motionsspår** | | | |
| NETTOKOSTNADER (-) | -300 | -310 | -320 |
| **Vattenledningar** | | | |
| INTÄKTER | 500 | 500 | 500 |
| KOSTNADER (-) | -3 000 | -3 100 | -3 200 |
| NETTOKOSTNADER (-) | -2 400 | -2 600 | -2 700 |

## Volymer

| Volym | Utfall 2029 | 2030 | 2031 |
|---|---|---|---|
| Antal lekplatser | 61 | 64 | |
| Antal gatlyktor | 5 400 | 5 350 | 5 300 |

## Särskilda uppdrag

| Särskilt uppdrag | Ansvarig | Status |
|---|---|---|
| Genomföra lekplatsprogrammet | Parkchefen | Pågår |
| Se över snöröjningen | Gatuchefen | Klart |
"""

HAMNBY = """# Kalix kommun, tekniska nämnden: Delårsrapport januari–april 2030

## Ekonomi

| Resultat jan–apr (tkr) | Utfall period | Budget helår | Årsprognos | Avvikelse helår |
|---|---|---|---|---|
| Gator | -7 900 | -22 000 | -23 500 | -1 500 |
| Parker | -1 100 | -4 000 | -3 800 | 200 |
| Summa | -9 000 | -26 000 | -27 300 | -1 300 |

Det finns 221 parkbänkar i Kalix, fler än i grannkommunerna.

| Volym | Utfall 2029 | 2030 |
|---|---|---|
| Antal parkbänkar | 198 | 212 |

## Arbetsmiljö

Sjukfrånvaron var 6,4 procent under perioden, mot 7,1 procent ett år tidigare.
"""

FILES = {
    "mora-tekniska-namnden-budget-2030-2032.md": LEKBY,
    "kalix-tekniska-namnden-delarsrapport-april-2030.md": HAMNBY,
}
