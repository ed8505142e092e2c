-- Each unit with its figures: the view that every roll-up reads. Run this file first.
-- Amounts are whole fen. `counts` is 0 for a unit that is gone: it is listed and enters no sum. What is 1 or 0 from `gone`
-- to `exempt` says once what the roll-ups count: how far a unit has come, and how it was judged.
-- `held_out`: figures that look wrong (no total, more reserved than bought, found by a rule and not set aside).
-- They enter every sum, as everywhere in the program; a list of names should leave them out.
CREATE OR REPLACE TEMPORARY VIEW figures AS
WITH bought AS (
    SELECT region, year, unit, SUM(ordered) AS ordered, SUM(paid) AS paid, SUM(completed) AS completed
    FROM purchases
    GROUP BY region, year, unit
),
doubts AS (
    SELECT region, year, unit, SUM(found - settled) AS doubts
    FROM findings
    WHERE about = 'filing' AND rule IN ('total', 'mixup', 'tiny_total', 'over_total')
    GROUP BY region, year, unit
)
SELECT
    CAST(units.region AS STRING) AS region,
    units.year AS year,
    units.unit AS unit,
    units.name AS name,
    COALESCE(units.department, units.unit) AS department,
    units.state AS state,
    filings.filing AS filing,
    CASE WHEN units.state = 'closed' THEN 0 ELSE 1 END AS counts,
    CASE WHEN units.state = 'closed' THEN 1 ELSE 0 END AS gone,
    CASE WHEN units.state <> 'closed' AND filings.filing IS NOT NULL THEN 1 ELSE 0 END AS filed,
    CASE WHEN units.state <> 'closed' AND filings.filing = 'confirmed' THEN 1 ELSE 0 END AS confirmed,
    CASE WHEN units.state = 'fail' THEN 1 ELSE 0 END AS failed,
    CASE WHEN units.state = 'unfiled' THEN 1 ELSE 0 END AS unfiled,
    CASE WHEN units.state = 'unknown' THEN 1 ELSE 0 END AS not_known,
    CASE WHEN units.state = 'pass' THEN 1 ELSE 0 END AS passed,
    CASE WHEN units.state = 'exempt' THEN 1 ELSE 0 END AS exempt,
    CASE
        WHEN units.state = 'closed' THEN 0
        WHEN COALESCE(doubts.doubts, 0) > 0 THEN 1
        WHEN filings.base > 0 AND COALESCE(filings.total, 0) = 0 THEN 1
        WHEN filings.base > filings.total THEN 1
        ELSE 0
    END AS held_out,
    filings.total AS total,
    filings.reserve AS reserve,
    filings.required AS required,
    filings.gap AS gap,
    bought.ordered AS ordered,
    bought.paid AS paid,
    bought.completed AS completed,
    filings.counted AS counted,
    filings.base AS base
FROM units
JOIN filings ON filings.region = units.region AND filings.year = units.year AND filings.unit = units.unit
LEFT JOIN bought ON bought.region = units.region AND bought.year = units.year AND bought.unit = units.unit
LEFT JOIN doubts ON doubts.region = units.region AND doubts.year = units.year AND doubts.unit = units.unit
