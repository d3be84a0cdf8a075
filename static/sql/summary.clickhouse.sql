-- Drawdown: sums by day (summary.csv) from raw calls and chats, in ClickHouse.
--
-- For events that are too many for one browser: they are summed where they lie, and the small file is imported in
-- Drawdown. Events have the columns of usage.csv (docs/data-format.md): started_at (an instant), ended_at, channel
-- ('chat' or 'voice'), class ('standard', 'premium' or nothing), agent, entity, messages, duration_seconds.
--
-- Put your rate card's rounding and your contract's time zone in the places marked RULE; a file made with another rule
-- is refused. Calls are rounded one by one, before they are summed. Events that lack what Drawdown needs are left out
-- here as they are left out there.

-- Where your events lie: a table or view named events. started_at and ended_at are DateTime64.

WITH rule AS (
	SELECT
		0 AS short_call_seconds, -- RULE
		60 AS initial_seconds, -- RULE
		60 AS increment_seconds -- RULE
),
measured AS (
	SELECT
		toDate(started_at, 'America/Toronto') AS day, -- RULE
		channel,
		coalesce(class, '') AS class,
		coalesce(trim(agent), '') AS agent,
		coalesce(trim(entity), '') AS entity,
		CASE WHEN channel = 'chat' THEN messages END AS messages,
		CASE WHEN channel = 'voice' THEN coalesce(
			toInt64(truncate(toDecimal64(duration_seconds, 6) * 1000)),
			toUnixTimestamp64Milli(toDateTime64(ended_at, 3)) - toUnixTimestamp64Milli(toDateTime64(started_at, 3))
		) END AS ms
	FROM events
	WHERE started_at IS NOT NULL AND channel IN ('chat', 'voice')
),
rounded AS (
	SELECT
		measured.*,
		CASE WHEN ms < short_call_seconds * 1000 THEN 1 ELSE 0 END AS short_call,
		CASE
			WHEN ms < short_call_seconds * 1000 OR ms = 0 THEN 0
			WHEN ms <= initial_seconds * 1000 THEN initial_seconds
			ELSE initial_seconds + increment_seconds
				* intDiv(ms - initial_seconds * 1000 + increment_seconds * 1000 - 1, increment_seconds * 1000)
		END AS billable
	FROM measured CROSS JOIN rule
	WHERE messages >= 0 OR ms >= 0
)
SELECT
	day,
	channel,
	class,
	agent,
	entity,
	count(*) AS interactions,
	toInt64(coalesce(sum(messages), 0)) AS messages,
	toDecimal128(coalesce(sum(ms), 0), 3) / 1000 AS seconds,
	toInt64(coalesce(sum(billable), 0)) AS billable_seconds,
	toInt64(sum(short_call)) AS non_billable_calls
FROM rounded
GROUP BY day, channel, class, agent, entity
ORDER BY day, channel, class, agent, entity;

-- Save the rows as CSV with a header, and put this line, which says what the sums were made with (RULE), before them:
-- # drawdown-summary: version=1 shortCallSeconds=0 initialSeconds=60 incrementSeconds=60 timeZone=America/Toronto
