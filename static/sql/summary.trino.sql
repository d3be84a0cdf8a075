-- Drawdown: sums by day (summary.csv) from raw calls and chats, in Trino.
--
-- For events that are too many for one browser: they are summed where they lie, and the small file is imported in
-- Drawdown. Events have the columns of usage.csv (docs/data-format.md): started_at (an instant), ended_at, channel
-- ('chat' or 'voice'), class ('standard', 'premium' or nothing), agent, entity, messages, duration_seconds.
--
-- Put your rate card's rounding and your contract's time zone in the places marked RULE; a file made with another rule
-- is refused. Calls are rounded one by one, before they are summed. Events that lack what Drawdown needs are left out
-- here as they are left out there.

-- Where your events lie: a table or view named events. started_at and ended_at are timestamps with time zone.

WITH rule AS (
	SELECT
		0 AS short_call_seconds, -- RULE
		60 AS initial_seconds, -- RULE
		60 AS increment_seconds -- RULE
),
measured AS (
	SELECT
		CAST(started_at AT TIME ZONE 'America/Toronto' AS date) AS day, -- RULE
		channel,
		coalesce(class, '') AS class,
		coalesce(trim(agent), '') AS agent,
		coalesce(trim(entity), '') AS entity,
		CASE WHEN channel = 'chat' THEN messages END AS messages,
		CASE WHEN channel = 'voice' THEN coalesce(
			CAST(truncate(CAST(duration_seconds AS decimal(18, 6)) * 1000) AS bigint),
			date_diff('millisecond', date_trunc('second', started_at), date_trunc('second', ended_at))
				+ millisecond(ended_at) - millisecond(started_at)
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
				* ((ms - initial_seconds * 1000 + increment_seconds * 1000 - 1) / (increment_seconds * 1000))
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
	CAST(coalesce(sum(messages), 0) AS bigint) AS messages,
	CAST(coalesce(sum(ms), 0) AS decimal(18, 0)) * DECIMAL '0.001' AS seconds,
	CAST(coalesce(sum(billable), 0) AS bigint) AS billable_seconds,
	CAST(sum(short_call) AS bigint) AS non_billable_calls
FROM rounded
GROUP BY day, channel, class, agent, entity
ORDER BY day, channel, class, agent, entity;

-- Save the rows as CSV with a header, and put this line, which says what the sums were made with (RULE), before them:
-- # drawdown-summary: version=1 shortCallSeconds=0 initialSeconds=60 incrementSeconds=60 timeZone=America/Toronto
