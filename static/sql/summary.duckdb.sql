-- Drawdown: sums by day (summary.csv) from raw calls and chats, in DuckDB.
--
-- For events that are too many for one browser: they are summed where they lie, and the small file is imported in
-- Drawdown. Events have the columns of usage.csv (docs/data-format.md): started_at (an instant), ended_at, channel
-- ('chat' or 'voice'), class ('standard', 'premium' or nothing), agent, entity, messages, duration_seconds.
--
-- Put your rate card's rounding and your contract's time zone in the places marked RULE; a file made with another rule
-- is refused. Calls are rounded one by one, before they are summed. Events that lack what Drawdown needs are left out
-- here as they are left out there.

-- Where your events lie: a folder of Parquet files, however it is partitioned.
CREATE OR REPLACE TEMP VIEW events AS
SELECT * FROM read_parquet('events/**/*.parquet', hive_partitioning = true, union_by_name = true);

COPY (
WITH rule AS (
	SELECT
		0 AS short_call_seconds, -- RULE
		60 AS initial_seconds, -- RULE
		60 AS increment_seconds -- RULE
),
measured AS (
	SELECT
		CAST(timezone('America/Toronto', started_at) AS DATE) AS day, -- RULE
		channel,
		coalesce(class, '') AS class,
		coalesce(trim(agent), '') AS agent,
		coalesce(trim(entity), '') AS entity,
		CASE WHEN channel = 'chat' THEN messages END AS messages,
		CASE WHEN channel = 'voice' THEN coalesce(
			CAST(trunc(CAST(duration_seconds AS DECIMAL(18, 6)) * 1000) AS BIGINT),
			epoch_ms(ended_at) - epoch_ms(started_at)
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
				* ((ms - initial_seconds * 1000 + increment_seconds * 1000 - 1) // (increment_seconds * 1000))
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
	CAST(coalesce(sum(messages), 0) AS BIGINT) AS messages,
	CAST(coalesce(sum(ms), 0) AS DECIMAL(18, 0)) * 0.001 AS seconds,
	CAST(coalesce(sum(billable), 0) AS BIGINT) AS billable_seconds,
	CAST(sum(short_call) AS BIGINT) AS non_billable_calls
FROM rounded
GROUP BY day, channel, class, agent, entity
ORDER BY day, channel, class, agent, entity
) TO 'summary-rows.csv' (HEADER);

-- The first line of the file says what the sums were made with (RULE), so it is put before the rows:
-- (echo '# drawdown-summary: version=1 shortCallSeconds=0 initialSeconds=60 incrementSeconds=60 timeZone=America/Toronto'; cat summary-rows.csv) > summary.csv

-- Or as Parquet, with the same words among the metadata:
-- COPY (SELECT * FROM read_csv('summary-rows.csv', types = {'class': 'VARCHAR', 'agent': 'VARCHAR', 'entity': 'VARCHAR'})) TO 'summary.parquet'
-- 	(FORMAT parquet, KV_METADATA {'drawdown-summary': 'version=1 shortCallSeconds=0 initialSeconds=60 incrementSeconds=60 timeZone=America/Toronto'});
