-- Each year over all regions, as by_region.sql.
SELECT
    year,
    CAST(COUNT(DISTINCT region) AS BIGINT) AS regions,
    CAST(SUM(counts) AS BIGINT) AS units,
    CAST(SUM(filed) AS BIGINT) AS filed,
    CAST(SUM(confirmed) AS BIGINT) AS confirmed,
    CAST(SUM(failed) AS BIGINT) AS failed,
    CAST(SUM(unfiled) AS BIGINT) AS unfiled,
    CAST(SUM(not_known) AS BIGINT) AS not_known,
    CAST(SUM(passed) AS BIGINT) AS passed,
    CAST(SUM(exempt) AS BIGINT) AS exempt,
    CAST(SUM(gone) AS BIGINT) AS gone,
    CAST(SUM(held_out) AS BIGINT) AS held_out,
    CAST(COALESCE(SUM(counts * total), 0) AS BIGINT) AS total,
    CAST(COALESCE(SUM(counts * reserve), 0) AS BIGINT) AS reserve,
    CAST(COALESCE(SUM(counts * required), 0) AS BIGINT) AS required,
    CAST(COALESCE(SUM(counts * gap), 0) AS BIGINT) AS gap,
    CAST(COALESCE(SUM(counts * ordered), 0) AS BIGINT) AS ordered,
    CAST(COALESCE(SUM(counts * paid), 0) AS BIGINT) AS paid,
    CAST(COALESCE(SUM(counts * completed), 0) AS BIGINT) AS completed,
    CAST(COALESCE(SUM(counts * counted), 0) AS BIGINT) AS counted,
    CAST(COALESCE(SUM(counts * base), 0) AS BIGINT) AS base
FROM figures
GROUP BY year
ORDER BY year
