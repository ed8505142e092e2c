-- The units whose figures look wrong, one by one: to be asked before anybody is ranked or named.
SELECT region, year, unit, name, department, state, total, reserve, required, base
FROM figures
WHERE held_out = 1
ORDER BY region, year, unit
