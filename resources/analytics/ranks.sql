-- Regions of a year by what they reserved and by what they completed; equal ones share a rank and the next is left out.
-- Shares are compared by multiplication, exactly. A region that has nothing to reserve has no rank, nor one at 0 % by
-- progress. Units with doubtful figures are held out: ranked is by what is left (`clear_…`); `held_out` is how many.
WITH sums AS (
    SELECT
        region,
        year,
        COALESCE(SUM(counts * counted), 0) AS counted,
        COALESCE(SUM(counts * base), 0) AS base,
        SUM(held_out) AS held_out,
        COALESCE(SUM(counts * (1 - held_out) * counted), 0) AS clear_counted,
        COALESCE(SUM(counts * (1 - held_out) * base), 0) AS clear_base
    FROM figures
    GROUP BY region, year
),
exact AS (
    SELECT year, region, CAST(clear_counted AS DECIMAL(19, 0)) AS counted, CAST(clear_base AS DECIMAL(19, 0)) AS base
    FROM sums
    WHERE clear_base > 0
),
ranked AS (
    SELECT
        mine.year AS year,
        mine.region AS region,
        1 + SUM(CASE WHEN other.base > mine.base THEN 1 ELSE 0 END) AS base_rank,
        CASE
            WHEN MAX(mine.counted) > 0
            THEN 1 + SUM(CASE WHEN other.counted * mine.base > mine.counted * other.base THEN 1 ELSE 0 END)
        END AS progress_rank
    FROM exact AS mine
    JOIN exact AS other ON other.year = mine.year
    GROUP BY mine.year, mine.region
)
SELECT
    sums.year AS year,
    sums.region AS region,
    CAST(ranked.base_rank AS BIGINT) AS base_rank,
    CAST(ranked.progress_rank AS BIGINT) AS progress_rank,
    CAST(sums.counted AS BIGINT) AS counted,
    CAST(sums.base AS BIGINT) AS base,
    CAST(sums.held_out AS BIGINT) AS held_out,
    CAST(sums.clear_counted AS BIGINT) AS clear_counted,
    CAST(sums.clear_base AS BIGINT) AS clear_base
FROM sums
LEFT JOIN ranked ON ranked.year = sums.year AND ranked.region = sums.region
ORDER BY sums.year, progress_rank NULLS LAST, sums.region
