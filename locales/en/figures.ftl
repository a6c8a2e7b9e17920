# Figures of a period: the report, the weekly summary, spikes.

refusal-period-unreadable = The period “{ $period }” cannot be read. Examples: 2026-10, 2026-W47, 2026-Q4, 2026, 2026-10-01..2026-10-31
refusal-period-backwards = The period ends before it begins: { DAY($first) } — { DAY($last) }. Swap the days.
refusal-period-too-long = Figures are counted from the year 2000 on and for { $years } years at most. Take a shorter period.
