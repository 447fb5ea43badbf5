package io.bramble.bucket;

import io.bramble.account.Times;
import io.bramble.provisioning.Conditions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What requests read and wish. What passes find is written by {@link PassRows}. */
@Component
class BucketRows {
    static final String SELECT = """
            select b.*, n.name namespace from bucket b join namespace n on n.id = b.namespace_id
             where b.purged_at is null
            """;

    private final JdbcClient jdbc;

    BucketRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when somebody has the name on that engine, also when they took it a moment ago */
    boolean insert(UUID id, NamespaceRows.Row namespace, UUID engineId, NewBucket wish, Instant now) {
        return jdbc.sql("""
                        insert into bucket (id, account_id, namespace_id, engine_id, name, desired, created_at,
                               object_lock, versioning)
                        values (:id, :account, :namespace, :engine, :name, 'PRESENT', :now, :lock, :lock)
                        on conflict (engine_id, name) where purged_at is null do nothing""")
                        .param("id", id)
                        .param("account", namespace.accountId())
                        .param("namespace", namespace.id())
                        .param("engine", engineId)
                        .param("name", wish.name())
                        .param("lock", wish.objectLock())
                        .param("now", Times.utc(now))
                        .update()
                == 1;
    }

    boolean taken(UUID engineId, String name) {
        return jdbc.sql("select bucket_name_taken(:engine, :name)")
                .param("engine", engineId)
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    Optional<Bucket> find(UUID accountId, UUID id) {
        return jdbc.sql(SELECT + " and b.account_id = :account and b.id = :id")
                .param("account", accountId)
                .param("id", id)
                .query((row, _) -> bucket(row))
                .optional();
    }

    Optional<Bucket> named(UUID accountId, String namespace, String name) {
        return jdbc.sql(SELECT + " and b.account_id = :account and n.name = :namespace and b.name = :name")
                .param("account", accountId)
                .param("namespace", namespace)
                .param("name", name)
                .query((row, _) -> bucket(row))
                .optional();
    }

    Optional<Bucket> onEngine(UUID accountId, UUID engineId, String name) {
        return jdbc.sql(SELECT + " and b.account_id = :account and b.engine_id = :engine and b.name = :name")
                .param("account", accountId)
                .param("engine", engineId)
                .param("name", name)
                .query((row, _) -> bucket(row))
                .optional();
    }

    List<Bucket> list(UUID accountId, BucketQuery query) {
        return jdbc.sql(SELECT + """

                 and b.account_id = :account and strpos(b.name, :filter) > 0 and b.name > :after
                 and (:deleted or b.desired = 'PRESENT')
                 order by b.name, b.id offset :offset limit :limit""")
                .param("account", accountId)
                .param("filter", query.filter())
                .param("after", query.afterName() == null ? "" : query.afterName())
                .param("deleted", query.includeDeleted())
                .param("offset", query.offset())
                .param("limit", query.limit())
                .query((row, _) -> bucket(row))
                .list();
    }

    int countPresent(UUID accountId) {
        return jdbc.sql("select count(*) from bucket where account_id = :account and desired = 'PRESENT'")
                .param("account", accountId)
                .query(Integer.class)
                .single();
    }

    /** @return false when it was deleted before */
    boolean delete(UUID id, Instant now, Instant purgeAfter, Conditions conditions) {
        return jdbc.sql("""
                        update bucket set desired = 'ABSENT', deleted_at = :now, purge_after = :purgeAfter,
                               generation = generation + 1, attempts = 0, conditions = :conditions::jsonb
                         where id = :id and desired = 'PRESENT'""")
                        .param("now", Times.utc(now))
                        .param("purgeAfter", Times.utc(purgeAfter))
                        .param("conditions", conditions.json())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** This and the start of the purge change the same row on opposite conditions: the first commit wins. */
    boolean restore(UUID id) {
        return jdbc.sql("""
                        update bucket set desired = 'PRESENT', deleted_at = null, purge_after = null,
                               generation = generation + 1, attempts = 0
                         where id = :id and desired = 'ABSENT' and purge_started_at is null""").param("id", id).update() == 1;
    }

    void quota(UUID id, @Nullable Long bytes) {
        jdbc.sql("update bucket set quota_bytes = :bytes, generation = generation + 1 where id = :id")
                .param("bytes", bytes)
                .param("id", id)
                .update();
    }

    /** Keeps a newer measurement; tells whose the bucket is if it holds more or less than before. */
    Optional<UUID> measured(UUID id, long bytes, long objects, Instant measuredAt) {
        return jdbc.sql("""
                update bucket set used_bytes = :bytes, object_count = :objects, measured_at = :at
                 where id = :id and (measured_at is null or measured_at < :at)
                returning case when old.used_bytes <> new.used_bytes then new.account_id end""")
                .param("bytes", bytes)
                .param("objects", objects)
                .param("at", Times.utc(measuredAt))
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .optional()
                .flatMap(account -> account);
    }

    /** Buckets whose engine has to be told another quota, by more than a hundredth of the account's limit. */
    List<UUID> withStaleQuota(UUID accountId) {
        return jdbc.sql("""
                select id from (
                    select b.id, b.engine_quota_bytes told, a.storage_limit_bytes most,
                           greatest(1, least(coalesce(b.quota_bytes, a.storage_limit_bytes), a.storage_limit_bytes
                               - (sum(b.used_bytes) over () - b.used_bytes))) wanted, b.desired
                      from bucket b join account a on a.id = b.account_id
                     where b.account_id = :account and b.purged_at is null) each_bucket
                 where desired = 'PRESENT' and abs(wanted - told) > most / 100 order by id""").param("account", accountId).query(UUID.class).list();
    }

    /** Tells a pass that is under way to run again; takes the row's lock. */
    void woken(UUID id) {
        jdbc.sql("update bucket set wakes = wakes + 1 where id = :id")
                .param("id", id)
                .update();
    }

    List<UUID> unpurged(UUID accountId) {
        return jdbc.sql("select id from bucket where account_id = :account and purged_at is null order by id")
                .param("account", accountId)
                .query(UUID.class)
                .list();
    }

    static Bucket bucket(ResultSet row) throws SQLException {
        return new Bucket(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getObject("namespace_id", UUID.class),
                row.getString("namespace"),
                row.getObject("engine_id", UUID.class),
                row.getString("name"),
                Bucket.Desired.valueOf(row.getString("desired")),
                row.getObject("quota_bytes", Long.class),
                row.getTimestamp("created_at").toInstant(),
                moment(row, "purge_after"),
                moment(row, "purge_started_at"),
                row.getLong("generation"),
                row.getLong("observed_generation"),
                row.getLong("wakes"),
                row.getInt("attempts"),
                row.getLong("used_bytes"),
                row.getLong("purged_objects"),
                Conditions.parse(row.getString("conditions")),
                BehaviourRows.behaviour(row));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
