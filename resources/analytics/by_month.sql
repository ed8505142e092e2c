-- What was ordered, paid and completed in each month of a year, over all regions and by region (fen).
-- Month 0 is before the year, 13 after it; no month: known by the platform's statistics of the year alone.
SELECT
    CAST(purchases.region AS STRING) AS region,
    purchases.year AS year,
    purchases.month AS month,
    CAST(SUM(purchases.ordered) AS BIGINT) AS ordered,
    CAST(SUM(purchases.paid) AS BIGINT) AS paid,
    CAST(SUM(purchases.completed) AS BIGINT) AS completed
FROM purchases
JOIN units ON units.region = purchases.region AND units.year = purchases.year AND units.unit = purchases.unit
WHERE units.state <> 'closed'
GROUP BY purchases.region, purchases.year, purchases.month
ORDER BY region, year, month NULLS FIRST
